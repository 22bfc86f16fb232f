package dev.tare.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tare.content.Unread;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.secret.redaction.Redaction;

/** Writes down which packages an image has, what no package brought, and what could not be read. */
final class PackageReporter {

    private final Inspection inspection;

    PackageReporter(Inspection inspection) {
        this.inspection = inspection;
    }

    Listing<PackageReport> packages() {
        return Listing.of(this.inspection.software()
                .packages()
                .stream()
                .sorted(Comparator.comparing(OsPackage::manager)
                        .thenComparing(OsPackage::name)
                        .thenComparing(OsPackage::version))
                .map(PackageReporter::osPackage)
                .toList(), Caps.PACKAGES);
    }

    Listing<LanguagePackageReport> languagePackages() {
        return Listing.of(
                this.inspection.software().languagePackages().stream().map(PackageReporter::languagePackage).toList(),
                Caps.PACKAGES);
    }

    UnownedReport unowned() {
        if (!this.inspection.software().owners().isKnown()) {
            return new UnownedReport(null, null, "No package database says which files its packages brought.",
                    Listing.of(List.of(), 0), Listing.of(List.of(), 0));
        }
        List<FileEntry> files = this.inspection.software()
                .owners()
                .unowned()
                .sorted(Comparator.comparingLong(FileEntry::size).reversed().thenComparing(FileEntry::path))
                .toList();
        List<UnownedFileReport> largest = files.stream().limit(Caps.UNOWNED).map(PackageReporter::file).toList();
        return new UnownedReport((long) files.size(), files.stream().mapToLong(FileEntry::size).sum(), null,
                Listing.of(folders(files), Caps.UNOWNED),
                new Listing<>(files.size(), files.size() - largest.size(), largest));
    }

    Listing<UnreadReport> unread() {
        return Listing.of(this.inspection.software().unread().stream().map(PackageReporter::unread).toList(),
                Caps.UNREAD);
    }

    private static List<UnownedFolderReport> folders(List<FileEntry> files) {
        Map<String, UnownedFolderReport> folders = new TreeMap<>();
        files.forEach(file -> folders.merge(folder(file.path()), new UnownedFolderReport(folder(file.path()), 1,
                file.size()), PackageReporter::sum));
        return folders.values()
                .stream()
                .sorted(Comparator.comparingLong(UnownedFolderReport::visibleBytes)
                        .reversed()
                        .thenComparing(UnownedFolderReport::path))
                .toList();
    }

    private static UnownedFolderReport sum(UnownedFolderReport one, UnownedFolderReport other) {
        return new UnownedFolderReport(one.path(), one.files() + other.files(),
                one.visibleBytes() + other.visibleBytes());
    }

    /** The first two names of the path of the file's folder. */
    private static String folder(String path) {
        int first = path.indexOf('/');
        int second = first < 0 ? -1 : path.indexOf('/', first + 1);
        return path.substring(0, Math.max(0, second < 0 ? first : second));
    }

    private static PackageReport osPackage(OsPackage one) {
        return new PackageReport(one.manager(), one.name(), one.version(), one.architecture(), one.source(),
                one.installedSize(), one.layer());
    }

    private static LanguagePackageReport languagePackage(LanguagePackage one) {
        return new LanguagePackageReport(one.manager(), one.name(), one.version(), one.path(), one.layer());
    }

    private static UnownedFileReport file(FileEntry file) {
        return new UnownedFileReport(file.path(), file.size(), file.layer());
    }

    private static UnreadReport unread(Unread unread) {
        return new UnreadReport(unread.subject(), unread.path(), Redaction.text(unread.because()), unread.layer());
    }
}
