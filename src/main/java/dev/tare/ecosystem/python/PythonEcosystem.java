package dev.tare.ecosystem.python;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tare.content.Collector;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.ApplicationLayout;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;

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
    public List<PackageCache> caches() {
        return PackageCache.inHomes(".cache/pip", ".cache/uv", ".cache/pypoetry");
    }

    @Override
    public Set<String> packageFolders() {
        return Set.of("site-packages", "dist-packages");
    }

    @Override
    public ApplicationLayout applicationLayout() {
        return LAYOUT;
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return SoftwareReading.ofNamedPackages(id(), findings);
    }
}
