package dev.tare.ecosystem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.filetree.FileEntry;

/**
 * Reads the package databases that a package manager uses. Any folder on the way may be a link, so a collector may have read a database at another path, or not at all.
 */
public final class PackageDatabases {

    private final String manager;

    private final VisibleFindings findings;

    private final Map<List<String>, FileEntry> first = new HashMap<>();

    private final List<Installed> packages = new ArrayList<>();

    private final List<InstalledPackage> stated = new ArrayList<>();

    private final List<OwnedFiles> owned = new ArrayList<>();

    private final List<Unread> unread = new ArrayList<>();

    private PackageDatabases(String manager, VisibleFindings findings) {
        this.manager = manager;
        this.findings = findings;
    }

    /**
     * Reads databases. A package that an earlier database lists in the same version counts once.
     *
     * @param databases the files that the package manager reads, each counted once
     */
    public static SoftwareReading read(List<FileEntry> databases, String manager, VisibleFindings findings) {
        PackageDatabases reading = new PackageDatabases(manager, findings);
        reading.read(databases);
        return new SoftwareReading(reading.packages, reading.dependencies(databases), reading.owned, reading.unread);
    }

    private void read(List<FileEntry> databases) {
        Map<String, PackageList> lists = this.findings.byPath(PackageList.class);
        Map<String, NotRead> notRead = this.findings.byPath(NotRead.class);
        databases.stream().distinct().forEach(file -> {
            PackageList list = lists.get(file.path());
            NotRead reason = notRead.get(file.path());
            if (list != null) {
                add(file, list);
            } else if (reason != null) {
                this.unread.add(new Unread(reason.subject(), file.path(), reason.because(), file.layer()));
            } else if (file.isFile() && file.size() > 0) {
                this.unread.add(elsewhere(file));
            }
        });
    }

    private void add(FileEntry database, PackageList list) {
        list.packages().forEach(one -> add(database, one));
        if (!list.isComplete()) {
            this.unread.add(new Unread(Unread.Subject.OS_PACKAGES, database.path(),
                    "Packages may be missing, because a part of this database does not have the form in which the "
                            + "package manager writes it.",
                    database.layer()));
        }
    }

    private void add(FileEntry database, InstalledPackage one) {
        FileEntry first = this.first.putIfAbsent(List.of(one.name(), one.architecture(), one.version()), database);
        if (first != null && !first.equals(database)) {
            return;
        }
        this.packages.add(new OsPackage(this.manager, one.name(), one.version(), one.architecture(), one.source(),
                one.sourceVersion(), one.installedSize(), database.path(), database.layer(), one.state(),
                one.licenses()));
        this.stated.add(one);
        this.owned.add(new OwnedFiles(one.name(), one.files()));
    }

    private Dependencies dependencies(List<FileEntry> databases) {
        Dependencies found = DependencyFinder.find(this.stated, this.findings.files());
        if (found != null) {
            return found;
        }
        FileEntry database = databases.getFirst();
        this.unread.add(new Unread(Unread.Subject.DEPENDENCIES, database.path(),
                "The dependencies between packages are not read, because there are more than in any real system.",
                database.layer()));
        return Dependencies.unknown(this.packages.size());
    }

    /** A collector recognizes a database by its path in the layer. A link may lead to any other file. */
    private static Unread elsewhere(FileEntry file) {
        return new Unread(Unread.Subject.OS_PACKAGES, file.path(),
                "A package database is a link to this file. The database is not read, because package managers do "
                        + "not use the path of this file.",
                file.layer());
    }
}
