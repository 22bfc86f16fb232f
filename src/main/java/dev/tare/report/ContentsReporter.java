package dev.tare.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import dev.tare.content.Unread;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.ecosystem.java.runtime.JavaBuild;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspection.Software;
import dev.tare.inspection.system.OsRelease;
import org.jspecify.annotations.Nullable;

/** Reports the contents of an image: its distribution, packages, Java, files without a package, and unread files. */
final class ContentsReporter {

    private final Inspection inspection;

    private final Lists lists;

    ContentsReporter(Inspection inspection, Lists lists) {
        this.inspection = inspection;
        this.lists = lists;
    }

    ContentsReport report() {
        Software software = this.inspection.software();
        return new ContentsReport(os(this.inspection.system().os()), counts(), packages(),
                languagePackages(software.languagePackages(), one -> one.osPackage() == null),
                languagePackages(software.languagePackages(), one -> one.osPackage() != null),
                languagePackages(software.bundledPackages(), _ -> true), java(),
                unowned(),
                software.unread().stream().map(Unread::subject).distinct().sorted().toList(),
                this.lists.of(this.inspection.software().unread(), ListLimits.UNREAD, ContentsReporter::unread));
    }

    private static ContentsReport.@Nullable Os os(@Nullable OsRelease os) {
        return os == null ? null : new ContentsReport.Os(os.id(), os.versionId(), os.name());
    }

    private ContentsReport.Counts counts() {
        return new ContentsReport.Counts(this.inspection.files().size(), this.inspection.files().fileCount(),
                this.inspection.surface().executables(), this.inspection.surface().sharedLibraries());
    }

    private Listing<ContentsReport.OsPackage> packages() {
        List<OsPackage> sorted = this.inspection.software()
                .packages()
                .stream()
                .sorted(Comparator.comparing(OsPackage::manager)
                        .thenComparing(OsPackage::name)
                        .thenComparing(OsPackage::version))
                .toList();
        return this.lists.of(sorted, ListLimits.PACKAGES, one -> new ContentsReport.OsPackage(one.manager(), one.name(),
                one.version(), one.architecture(), one.source(), one.installedSize(), one.layer(), one.state(),
                one.licenses().texts()));
    }

    private Listing<ContentsReport.LanguagePackage> languagePackages(List<LanguagePackage> packages,
            Predicate<LanguagePackage> listed) {
        return this.lists.of(packages.stream().filter(listed).toList(), ListLimits.PACKAGES,
                one -> new ContentsReport.LanguagePackage(one.manager(), one.name(), one.version(), one.path(),
                        one.layer(), one.licenses().texts(), one.osPackage()));
    }

    private JavaReport java() {
        List<JavaReport.ShadedLibrary> shaded = this.inspection.software()
                .jars()
                .stream()
                .flatMap(jar -> jar.libraries().stream().map(library -> shaded(jar, library)))
                .toList();
        return new JavaReport(
                this.inspection.software().javaRuntimes().stream().map(ContentsReporter::runtime).toList(),
                this.lists.of(this.inspection.software().jars(), ListLimits.PACKAGES, ContentsReporter::jar),
                this.inspection.software().jars().stream().filter(jar -> jar.groupId() == null).count(),
                this.lists.of(shaded, ListLimits.PACKAGES, library -> library));
    }

    private static JavaReport.Installation runtime(JavaRuntime runtime) {
        JavaBuild build = runtime.build();
        return new JavaReport.Installation(runtime.path(), build.product(), build.title(), build.productVersion(),
                build.vendor(), build.version(), build.runtimeVersion(), build.update(), build.source(), build.vm(),
                runtime.osPackage(), runtime.modules(), runtime.layer(), runtime.kind(), runtime.kindBecause());
    }

    private static JavaReport.Jar jar(Jar jar) {
        return new JavaReport.Jar(jar.path(), jar.library(), jar.version(), jar.evidence(),
                jar.certainty(), jar.size(), jar.content().toString(), jar.layer(), jar.licenses().texts());
    }

    private static JavaReport.ShadedLibrary shaded(Jar jar, ShadedLibrary library) {
        return new JavaReport.ShadedLibrary(jar.path(), library.library(), library.version(), jar.layer());
    }

    private ContentsReport.Unowned unowned() {
        if (!this.inspection.software().owners().isKnown()) {
            return new ContentsReport.Unowned(null, null, "No package database lists the files of its packages.",
                    Listing.none(), Listing.none());
        }
        List<FileEntry> files = this.inspection.software()
                .owners()
                .unowned()
                .sorted(Comparator.comparingLong(FileEntry::size).reversed().thenComparing(FileEntry::path))
                .toList();
        return new ContentsReport.Unowned((long) files.size(), files.stream().mapToLong(FileEntry::size).sum(), null,
                this.lists.of(folders(files), ListLimits.UNOWNED, folder -> folder),
                this.lists.of(files, ListLimits.UNOWNED,
                        file -> new ContentsReport.File(file.path(), file.size(), file.layer())));
    }

    private static List<ContentsReport.Folder> folders(List<FileEntry> files) {
        Map<String, ContentsReport.Folder> folders = new TreeMap<>();
        files.forEach(file -> folders.merge(folder(file.path()),
                new ContentsReport.Folder(folder(file.path()), 1, file.size()), ContentsReporter::sum));
        return folders.values()
                .stream()
                .sorted(Comparator.comparingLong(ContentsReport.Folder::visibleBytes)
                        .reversed()
                        .thenComparing(ContentsReport.Folder::path))
                .toList();
    }

    private static ContentsReport.Folder sum(ContentsReport.Folder one, ContentsReport.Folder other) {
        return new ContentsReport.Folder(one.path(), one.files() + other.files(),
                one.visibleBytes() + other.visibleBytes());
    }

    /** The first two names of the path of the file's folder. */
    private static String folder(String path) {
        int first = path.indexOf('/');
        int second = first < 0 ? -1 : path.indexOf('/', first + 1);
        return path.substring(0, Math.max(0, second < 0 ? first : second));
    }

    private static ContentsReport.Unread unread(Unread unread) {
        return new ContentsReport.Unread(unread.subject(), unread.path(), unread.because(),
                unread.layer());
    }
}
