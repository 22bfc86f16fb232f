package dev.tare.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.tare.archive.tar.EntryType;
import dev.tare.content.FilePaths;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.ecosystem.Diversions;
import dev.tare.ecosystem.FileList;
import dev.tare.ecosystem.FileOwners;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.OwnerFinder;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.apk.ApkCollector;
import dev.tare.ecosystem.dpkg.DpkgCollector;
import dev.tare.ecosystem.dpkg.DpkgFilesCollector;
import dev.tare.ecosystem.rpm.RpmCollector;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.limits.LimitExceededException;

/**
 * The package databases that were found, of which those count that a package manager would read: any folder on the way
 * to them may be a link.
 */
final class PackageDatabases {

    /** Package managers make none. */
    private static final int MAX_LINKS = 10_000;

    private final CountedTree files;

    private int links;

    private final Map<String, PackageList> found = new HashMap<>();

    private final Map<String, FileList> fileLists = new HashMap<>();

    private final Map<String, NotRead> notRead = new HashMap<>();

    PackageDatabases(CountedTree files) {
        this.files = files;
    }

    void add(FileEntry file, PackageList packages) {
        this.found.put(file.path(), packages);
    }

    void add(FileEntry file, FileList list) {
        this.fileLists.put(file.path(), list);
    }

    void add(FileEntry file, NotRead reason) {
        this.notRead.put(file.path(), reason);
    }

    /** What a package manager would read and Tare does not. */
    List<Unread> unread() {
        return Stream
                .of(notRead(), elsewhere(), RpmCollector.FOLDERS.stream().flatMap(this::logs))
                .flatMap(unread -> unread)
                .distinct()
                .toList();
    }

    private Stream<Unread> notRead() {
        if (this.notRead.isEmpty()) {
            return Stream.of();
        }
        return Stream.of(databases(), fileLists(), resolved(DpkgFilesCollector.DIVERSIONS))
                .flatMap(files -> files)
                .flatMap(file -> {
                    NotRead reason = this.notRead.get(file.path());
                    return reason == null ? Stream.of()
                            : Stream.of(new Unread(reason.subject(), file.path(), reason.because(), file.layer()));
                });
    }

    /** Contents are read by the names that entries have, and a database may be a link to one of any name. */
    private Stream<Unread> elsewhere() {
        return Stream.concat(databases(), statusFiles())
                .filter(file -> file.isFile() && file.size() > 0 && !this.found.containsKey(file.path())
                        && !this.notRead.containsKey(file.path()))
                .map(file -> new Unread(Unread.Subject.OS_PACKAGES, file.path(),
                        "A package database is a link to this file and is not read, because its layer"
                                + " has it by a name that no package database has.",
                        file.layer()));
    }

    private Stream<FileEntry> statusFiles() {
        return filesIn(DpkgCollector.STATUS_FOLDER, file -> DpkgCollector.isStatus(file.path()));
    }

    /** SQLite's write-ahead log is only there while somebody writes, or if that was cut off. */
    private Stream<Unread> logs(String folder) {
        return resolved(FilePaths.join(folder, RpmCollector.SQLITE + "-wal")).filter(log -> log.size() > 0)
                .map(log -> new Unread(Unread.Subject.OS_PACKAGES, log.path(),
                        "It is the write-ahead log of an rpm database and is not read: "
                                + "packages that were installed or removed last may be missing or listed still.",
                        log.layer()));
    }

    /** The packages of all databases, each database read once. */
    List<OsPackage> packages() {
        List<OsPackage> packages = new ArrayList<>();
        forEachDatabase((file, list) -> list.packages().forEach(installed -> packages.add(from(file, installed))));
        return packages;
    }

    /**
     * Which files the packages of these databases brought.
     *
     * @param asked paths of which it is to be known too if the tree does not have them
     */
    FileOwners owners(Set<String> asked) {
        FileList diverted = resolved(DpkgFilesCollector.DIVERSIONS).map(file -> this.fileLists.get(file.path()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        OwnerFinder owners = new OwnerFinder(this.files,
                diverted == null ? Diversions.NONE : Diversions.of(diverted.paths()), asked);
        fileLists().forEach(file -> {
            FileList list = this.fileLists.get(file.path());
            if (list != null) {
                owners.add(DpkgFilesCollector.packageOf(file.path()), list.paths());
            }
        });
        forEachDatabase((file, list) -> list.packages().forEach(one -> owners.add(one.name(), one.files())));
        return owners.owners();
    }

    /** Each once: any number of links may lead to a list. */
    private Stream<FileEntry> fileLists() {
        return Stream.of(DpkgFilesCollector.FOLDER, DpkgCollector.STATUS_FOLDER)
                .flatMap(folder -> filesIn(folder, file -> true))
                .distinct();
    }

    private void forEachDatabase(BiConsumer<FileEntry, PackageList> action) {
        Stream.concat(databases(), statusFiles()).distinct().forEach(file -> {
            PackageList list = this.found.get(file.path());
            if (list != null) {
                action.accept(file, list);
            }
        });
    }

    private Stream<FileEntry> databases() {
        return Stream.of(List.of(DpkgCollector.STATUS), ApkCollector.PATHS, RpmCollector.PATHS)
                .flatMap(List::stream)
                .flatMap(this::resolved);
    }

    private Stream<FileEntry> filesIn(String path, Predicate<FileEntry> wanted) {
        FileEntry folder = this.files.resolve(path);
        return folder == null || !folder.isDirectory() ? Stream.empty()
                : this.files.below(folder.path()).filter(wanted).flatMap(this::followed);
    }

    private Stream<FileEntry> followed(FileEntry file) {
        if (file.type() == EntryType.SYMBOLIC_LINK && ++this.links > MAX_LINKS) {
            throw LimitExceededException.fixed("packageLinks", MAX_LINKS, "symbolic links among its lists of files",
                    file.path());
        }
        return file.isFile() && file.sameFileAs() == null ? Stream.of(file) : resolved(file.path());
    }

    private Stream<FileEntry> resolved(String path) {
        return Stream.ofNullable(this.files.resolveToFirstName(path));
    }

    private static OsPackage from(FileEntry database, InstalledPackage installed) {
        return new OsPackage(installed.manager(), installed.name(), installed.version(), installed.architecture(),
                installed.source(), installed.installedSize(), database.path(), database.layer());
    }
}
