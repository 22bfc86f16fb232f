package dev.tare.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.archive.LimitExceededException;
import dev.tare.image.Digest;
import dev.tare.inspection.Finding.AccountFile;
import dev.tare.inspection.Finding.FileList;
import dev.tare.inspection.Finding.JarContents;
import dev.tare.inspection.Finding.JavaRelease;
import dev.tare.inspection.Finding.NamedPackage;
import dev.tare.inspection.Finding.NotRead;
import dev.tare.inspection.Finding.Os;
import dev.tare.inspection.Finding.PackageList;
import dev.tare.inspection.Finding.Script;
import org.jspecify.annotations.Nullable;

/** Puts the findings of the files that a container sees in order, each with the layer of its file. */
final class FindingReader {

    /** An image has one, or one for each release that it tests with. */
    private static final int MAX_RUNTIMES = 1_000;

    private final CountedTree files;

    private final List<OsPackage> packages = new ArrayList<>();

    private final List<JavaRuntime> javaRuntimes = new ArrayList<>();

    private final List<Jar> jars = new ArrayList<>();

    private final List<LanguagePackage> languagePackages = new ArrayList<>();

    private final FileOwners owners;

    private final List<Unread> unread = new ArrayList<>();

    private final Map<String, OsRelease> osReleases = new HashMap<>();

    private final Map<String, String> scripts = new HashMap<>();

    private final AccountFiles accounts;

    FindingReader(MergedLayers merged, CountedTree files, AssemblyBudget budget) {
        this.files = files;
        this.accounts = new AccountFiles(this.files);
        JavaRuntimeReader runtimes = new JavaRuntimeReader(this.files);
        PackageDatabases databases = new PackageDatabases(this.files);
        merged.findings().forEach(found -> {
            budget.step();
            switch (found.finding()) {
                case PackageList list -> databases.add(found.file(), list);
                case JavaRelease release -> addRuntime(runtimes.read(found.file(), release));
                case JarContents jar -> addJars(found.file(), jar);
                case AccountFile accountFile -> this.accounts.add(found.file(), accountFile);
                case Os os -> this.osReleases.put(found.file().path(), os.release());
                case Script script -> this.scripts.put(found.file().path(), script.interpreter());
                case FileList list -> databases.add(found.file(), list);
                case NamedPackage one -> this.languagePackages.add(new LanguagePackage(one.manager(), one.name(),
                        one.version(), found.file().path(), found.file().layer()));
                case NotRead reason when reason.subject() == Unread.Subject.OS_PACKAGES
                        || reason.subject() == Unread.Subject.FILE_OWNERS ->
                        databases.add(found.file(), reason);
                case NotRead reason -> this.unread.add(new Unread(reason.subject(), found.file().path(),
                        reason.because(), found.file().layer()));
            }
        });
        this.packages.addAll(databases.packages());
        this.owners = databases.owners(goneFiles(merged));
        this.unread.addAll(databases.unread());
        this.unread.sort(Comparator.comparing(Unread::path));
        this.packages.sort(Comparator.comparing(OsPackage::name)
                .thenComparing(OsPackage::architecture)
                .thenComparing(OsPackage::version));
        this.languagePackages.sort(Comparator.comparing(LanguagePackage::manager)
                .thenComparing(LanguagePackage::name)
                .thenComparing(LanguagePackage::path));
        this.jars.sort(Comparator.comparing(Jar::path));
    }

    List<OsPackage> packages() {
        return this.packages;
    }

    Accounts accounts() {
        return this.accounts.accounts();
    }

    List<JavaRuntime> javaRuntimes() {
        return this.javaRuntimes;
    }

    List<Jar> jars() {
        return this.jars;
    }

    List<LanguagePackage> languagePackages() {
        return this.languagePackages;
    }

    FileOwners owners() {
        return this.owners;
    }

    /** What runs each script, by its path. */
    Map<String, String> scripts() {
        return this.scripts;
    }

    List<Unread> unread() {
        return this.unread;
    }

    /** The one that a program would read: {@code etc/os-release} is mostly a link. */
    @Nullable
    OsRelease os() {
        return Stream.of(OsReleaseCollector.PATHS)
                .map(this.files::resolve)
                .filter(file -> file != null && this.osReleases.containsKey(file.path()))
                .findFirst()
                .map(file -> this.osReleases.get(file.path()))
                .orElse(null);
    }

    private static Set<String> goneFiles(MergedLayers merged) {
        Set<String> paths = new HashSet<>();
        merged.secrets().forEach(file -> file.addIfGone(paths));
        return paths;
    }

    private void addRuntime(JavaRuntime runtime) {
        if (this.javaRuntimes.size() == MAX_RUNTIMES) {
            throw LimitExceededException.fixed("javaRuntimes", MAX_RUNTIMES, "Java runtimes", null);
        }
        this.javaRuntimes.add(runtime);
    }

    private void addJars(FileEntry file, JarContents jar) {
        jar.unread()
                .forEach(one -> this.unread.add(new Unread(Unread.Subject.JAR, file.path() + one.path(), one.because(),
                        file.layer())));
        this.jars.add(jar(file, "", jar.jar(), file.size(), file.content()));
        jar.nested()
                .forEach(nested -> this.jars
                        .add(jar(file, nested.path(), nested.jar(), nested.size(), nested.content())));
    }

    private static Jar jar(FileEntry file, String inner, ReadJar jar, long size, @Nullable Digest content) {
        JarCoordinates coordinates = jar.coordinates();
        return new Jar(file.path() + inner, coordinates.groupId(), coordinates.artifactId(), coordinates.version(),
                coordinates.evidence(), size, Objects.requireNonNull(content), file.layer(), jar.fingerprint(),
                jar.libraries());
    }
}
