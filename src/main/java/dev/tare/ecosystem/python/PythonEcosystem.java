package dev.tare.ecosystem.python;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tare.content.Collector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.ApplicationLayout;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.NamedPackage;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Packages of pip and setuptools.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/name-normalization/">Names and normalization</a>
 */
public final class PythonEcosystem implements Ecosystem {

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    private static final ApplicationLayout LAYOUT = new ApplicationLayout("Python",
            Pattern.compile(".*\\.py", Pattern.DOTALL), Set.of("pip", "setuptools", "wheel"), Set.of());

    @Override
    public String id() {
        return "pypi";
    }

    @Override
    public Kind kind() {
        return Kind.LANGUAGE;
    }

    @Override
    public String label() {
        return "Python packages";
    }

    @Override
    public String purlType() {
        return "pypi";
    }

    /** The normalized name, as in package URLs. */
    @Override
    public String comparedName(String name) {
        return SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    @Override
    public PurlName purlName(String name) {
        return new PurlName(null, comparedName(name));
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new PythonPackageCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(NamedPackage.class);
    }

    /** Poetry also has its virtual environments below its cache. */
    @Override
    public List<PackageCache> caches() {
        return PackageCache.inHomes(".cache/pip", ".cache/uv", ".cache/pypoetry/artifacts", ".cache/pypoetry/cache");
    }

    @Override
    public Set<String> packageFolders() {
        return Set.of("site-packages", "dist-packages");
    }

    @Override
    public ApplicationLayout applicationLayout() {
        return LAYOUT;
    }

    /** setuptools may leave its own metadata beside that of pip, which counts. */
    @Override
    public SoftwareReading read(VisibleFindings findings) {
        Set<Project> described = new HashSet<>();
        findings.forEach(NamedPackage.class, (file, one) -> {
            if (FilePaths.parent(file.path()).endsWith(PythonPackageCollector.DIST_INFO)) {
                described.add(project(file.path(), one.name(), one.version()));
            }
        });
        return SoftwareReading.ofNamedPackages(id(), findings)
                .keeping(one -> FilePaths.parent(one.path()).endsWith(PythonPackageCollector.DIST_INFO)
                        || !described.contains(project(one.path(), one.name(), one.version())));
    }

    private Project project(String path, String name, @Nullable String version) {
        String metadata = path.endsWith(PythonPackageCollector.EGG_INFO) ? path : FilePaths.parent(path);
        return new Project(FilePaths.parent(metadata), comparedName(name), version);
    }

    /** A project in a folder. Several tools may describe it there. */
    private record Project(String folder, String name, @Nullable String version) {}
}
