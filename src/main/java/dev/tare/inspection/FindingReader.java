package dev.tare.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.ecosystem.FileList;
import dev.tare.ecosystem.FileOwners;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.NamedPackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.JarContents;
import dev.tare.ecosystem.java.JavaRelease;
import dev.tare.ecosystem.java.JavaRuntime;
import dev.tare.ecosystem.java.JavaRuntimeReader;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.MergedLayers.Found;
import dev.tare.inspection.system.AccountFile;
import dev.tare.inspection.system.AccountFiles;
import dev.tare.inspection.system.Accounts;
import dev.tare.inspection.system.Os;
import dev.tare.inspection.system.OsRelease;
import dev.tare.inspection.system.OsReleaseCollector;
import dev.tare.inspection.system.Script;
import dev.tare.limits.Deadline;
import dev.tare.limits.LimitExceededException;
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

    private FileOwners owners = FileOwners.UNKNOWN;

    private final List<Unread> unread = new ArrayList<>();

    private final Map<String, OsRelease> osReleases = new HashMap<>();

    private final Map<String, String> scripts = new HashMap<>();

    private final AccountFiles accounts;

    private final JavaRuntimeReader runtimes;

    private final PackageDatabases databases;

    private FindingReader(CountedTree files) {
        this.files = files;
        this.accounts = new AccountFiles(files);
        this.runtimes = new JavaRuntimeReader(files);
        this.databases = new PackageDatabases(files);
    }

    /** @param deleted paths that files no longer have but whose owners are wanted */
    static FindingReader read(List<Found> found, CountedTree files, Set<String> deleted, Deadline deadline) {
        FindingReader reader = new FindingReader(files);
        found.forEach(one -> {
            deadline.step();
            reader.add(one.file(), one.finding());
        });
        reader.finish(deleted);
        return reader;
    }

    private void add(FileEntry file, Finding finding) {
        switch (finding) {
            case PackageList list -> this.databases.add(file, list);
            case JavaRelease release -> addRuntime(this.runtimes.read(file, release));
            case JarContents jar -> addJars(file, jar);
            case AccountFile accountFile -> this.accounts.add(file, accountFile);
            case Os os -> this.osReleases.put(file.path(), os.release());
            case Script script -> this.scripts.put(file.path(), script.interpreter());
            case FileList list -> this.databases.add(file, list);
            case NamedPackage one -> this.languagePackages.add(new LanguagePackage(one.manager(), one.name(),
                    one.version(), file.path(), file.layer()));
            case NotRead reason when reason.subject() == Unread.Subject.OS_PACKAGES
                    || reason.subject() == Unread.Subject.FILE_OWNERS ->
                    this.databases.add(file, reason);
            case NotRead reason ->
                    this.unread.add(new Unread(reason.subject(), file.path(), reason.because(), file.layer()));
            default -> throw new IllegalStateException("Nothing reads " + finding.getClass());
        }
    }

    private void finish(Set<String> deleted) {
        this.packages.addAll(this.databases.packages());
        this.owners = this.databases.owners(deleted);
        this.unread.addAll(this.databases.unread());
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

    private void addRuntime(JavaRuntime runtime) {
        if (this.javaRuntimes.size() == MAX_RUNTIMES) {
            throw LimitExceededException.fixed("javaRuntimes", MAX_RUNTIMES, "Java runtimes", null);
        }
        this.javaRuntimes.add(runtime);
    }

    private void addJars(FileEntry file, JarContents jar) {
        jar.unreadOf(file).forEach(this.unread::add);
        jar.jarsOf(file).forEach(this.jars::add);
    }
}
