package dev.tare.ecosystem.rpm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.FilePaths;
import dev.tare.content.Unread;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.DatabaseChoice;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageDatabases;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.MergedLayers.Found;

import static java.util.stream.Collectors.toSet;

/**
 * Reads the database of rpm in an image, and the list of a distroless image.
 */
final class RpmDatabases {

    private static final List<String> FOLDERS = List.of("usr/lib/sysimage/rpm", "usr/share/rpm", "var/lib/rpm");

    /** In the order in which rpm looks for the forms. */
    private static final List<String> FORMS = List.of(RpmCollector.SQLITE, RpmCollector.NDB, RpmCollector.BERKELEY);

    private final VisibleFindings findings;

    private RpmDatabases(VisibleFindings findings) {
        this.findings = findings;
    }

    static SoftwareReading read(String manager, VisibleFindings findings) {
        return new RpmDatabases(findings).read(manager);
    }

    private SoftwareReading read(String manager) {
        DatabaseChoice choice = DatabaseChoice.of(FOLDERS.stream()
                .flatMap(folder -> FORMS.stream().map(form -> FilePaths.join(folder, form))), manager, this.findings);
        List<FileEntry> read = new ArrayList<>(choice.read());
        List<Unread> unread = new ArrayList<>(choice.others());
        files(FOLDERS.stream().map(folder -> FilePaths.join(folder, RpmCollector.SQLITE + "-wal")))
                .forEach(log -> unread.add(log(log)));
        List<FileEntry> manifests = files(Stream.of(RpmManifestCollector.PATH));
        read.addAll(manifests);
        return PackageDatabases.read(read, manager, without(choice.packages(), manifests)).withUnread(unread);
    }

    private List<FileEntry> files(Stream<String> paths) {
        return DatabaseChoice.files(paths, this.findings);
    }

    /**
     * The findings without the packages of a manifest that the database has too, perhaps in a newer version. A build on
     * a distroless image may add a database of the packages that it installs.
     */
    private VisibleFindings without(List<InstalledPackage> chosen, List<FileEntry> manifests) {
        if (chosen.isEmpty() || manifests.isEmpty()) {
            return this.findings;
        }
        Set<List<String>> known = chosen.stream().map(RpmDatabases::anyVersion).collect(toSet());
        List<Found> found = this.findings.found()
                .stream()
                .map(one -> manifests.contains(one.file()) && one.finding() instanceof PackageList list
                        ? new Found(one.file(), one.reader(), without(known, list))
                        : one)
                .toList();
        return new VisibleFindings(this.findings.files(), found, this.findings.names());
    }

    private static PackageList without(Set<List<String>> known, PackageList list) {
        return new PackageList(list.packages().stream().filter(one -> !known.contains(anyVersion(one))).toList());
    }

    private static List<String> anyVersion(InstalledPackage one) {
        return List.of(one.name(), one.architecture());
    }

    /** SQLite's write-ahead log exists only during a write, or after an interrupted one. */
    private static Unread log(FileEntry log) {
        return new Unread(Unread.Subject.OS_PACKAGES, log.path(),
                "This is the write-ahead log of an rpm database and is not read. "
                        + "Packages that were installed last may be missing, and removed packages may still be listed.",
                log.layer());
    }
}
