package dev.tare.ecosystem.dpkg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.archive.tar.EntryType;
import dev.tare.content.Unread;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.OwnedFiles;
import dev.tare.ecosystem.PackageDatabases;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.filetree.FileEntry;
import dev.tare.limits.LimitExceededException;

/** Reads databases and file lists at the paths of dpkg. Any of them, and any folder on the way, may be a link. */
final class DpkgFiles {

    /** Package managers create no links there. */
    private static final int MAX_LINKS = 10_000;

    private final VisibleFindings findings;

    private final Map<String, FileList> lists;

    private int links;

    DpkgFiles(VisibleFindings findings) {
        this.findings = findings;
        this.lists = findings.byPath(FileList.class);
    }

    SoftwareReading read() {
        SoftwareReading packages = PackageDatabases.read(databases(), DpkgEcosystem.ID, this.findings);
        List<FileEntry> fileLists = fileLists();
        List<OwnedFiles> owned = new ArrayList<>(owned(fileLists));
        owned.addAll(packages.owned());
        List<Unread> unread = new ArrayList<>(packages.unread());
        unread.addAll(unread(fileLists));
        return new SoftwareReading(packages.installed(), packages.dependencies(), owned,
                unread.stream().distinct().toList());
    }

    private List<FileEntry> databases() {
        return Stream.concat(resolved(DpkgCollector.STATUS),
                filesIn(DpkgCollector.STATUS_FOLDER, file -> DpkgCollector.isStatus(file.path()))).toList();
    }

    /** Each list once, because several links may lead to it. */
    private List<FileEntry> fileLists() {
        return Stream.of(DpkgFilesCollector.FOLDER, DpkgCollector.STATUS_FOLDER)
                .flatMap(folder -> filesIn(folder, file -> true))
                .distinct()
                .toList();
    }

    private List<OwnedFiles> owned(List<FileEntry> fileLists) {
        Diversions diversions = diversions();
        List<OwnedFiles> owned = new ArrayList<>();
        for (FileEntry file : fileLists) {
            FileList list = this.lists.get(file.path());
            if (list != null && !isIncomplete(file.path())) {
                String owner = DpkgFilesCollector.packageOf(file.path());
                owned.add(new OwnedFiles(owner, list.paths(), path -> diversions.placeOf(path, owner)));
            }
        }
        return owned;
    }

    /** Lists of digests do not have all files, so they count only without the complete list. */
    private boolean isIncomplete(String path) {
        String complete = DpkgFilesCollector.completeList(path);
        FileList list = this.lists.get(complete);
        return list != null && !complete.equals(path) && !list.paths().isEmpty();
    }

    private Diversions diversions() {
        FileEntry file = this.findings.files().resolveToFirstName(DpkgFilesCollector.DIVERSIONS);
        FileList list = file == null ? null : this.lists.get(file.path());
        return list == null ? Diversions.NONE : Diversions.of(list.paths());
    }

    /** An unreadable list matters only at a path that dpkg reads. */
    private List<Unread> unread(List<FileEntry> fileLists) {
        List<Unread> unread = this.findings.unread();
        if (unread.isEmpty()) {
            return unread;
        }
        Set<String> paths = Stream.concat(fileLists.stream(), resolved(DpkgFilesCollector.DIVERSIONS))
                .map(FileEntry::path)
                .collect(Collectors.toSet());
        return unread.stream().filter(one -> paths.contains(one.path())).toList();
    }

    private Stream<FileEntry> filesIn(String path, Predicate<FileEntry> wanted) {
        FileEntry folder = this.findings.files().resolve(path);
        return folder == null || !folder.isDirectory() ? Stream.empty()
                : this.findings.files().below(folder.path()).filter(wanted).flatMap(this::followed);
    }

    private Stream<FileEntry> followed(FileEntry file) {
        if (file.type() == EntryType.SYMBOLIC_LINK && ++this.links > MAX_LINKS) {
            throw LimitExceededException.fixed("package-links", MAX_LINKS, "symbolic links among its file lists",
                    file.path());
        }
        return file.isFile() && file.sameFileAs() == null ? Stream.of(file) : resolved(file.path());
    }

    private Stream<FileEntry> resolved(String path) {
        return Stream.ofNullable(this.findings.files().resolveToFirstName(path));
    }
}
