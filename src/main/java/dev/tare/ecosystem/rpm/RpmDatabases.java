package dev.tare.ecosystem.rpm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.content.FilePaths;
import dev.tare.content.Unread;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageDatabases;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.MergedLayers.Found;

import static java.util.stream.Collectors.toSet;

/**
 * Chooses the database of rpm in an image. rpm reads only one, so the first that lists packages counts. Others may
 * remain from an older form.
 */
final class RpmDatabases {

    private static final List<String> FOLDERS = List.of("usr/lib/sysimage/rpm", "usr/share/rpm", "var/lib/rpm");

    /** In the order in which rpm looks for the forms. */
    private static final List<String> FORMS = List.of(RpmCollector.SQLITE, RpmCollector.NDB, RpmCollector.BERKELEY);

    private static final PackageList NO_PACKAGES = new PackageList(List.of());

    private final VisibleFindings findings;

    private final Map<String, PackageList> lists;

    private RpmDatabases(VisibleFindings findings) {
        this.findings = findings;
        this.lists = findings.byPath(PackageList.class);
    }

    static SoftwareReading read(String manager, VisibleFindings findings) {
        return new RpmDatabases(findings).read(manager);
    }

    private SoftwareReading read(String manager) {
        List<FileEntry> databases = files(FOLDERS.stream()
                .flatMap(folder -> FORMS.stream().map(form -> FilePaths.join(folder, form))));
        List<InstalledPackage> chosen = List.of();
        List<FileEntry> read = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (FileEntry database : databases) {
            List<InstalledPackage> packages = packages(database);
            if (chosen.isEmpty() || !this.lists.containsKey(database.path())) {
                read.add(database);
                chosen = chosen.isEmpty() ? packages : chosen;
            } else if (hasOthers(packages, chosen)) {
                unread.add(secondDatabase(database));
            }
        }
        files(FOLDERS.stream().map(folder -> FilePaths.join(folder, RpmCollector.SQLITE + "-wal")))
                .forEach(log -> unread.add(log(log)));
        List<FileEntry> manifests = files(Stream.of(RpmManifestCollector.PATH));
        read.addAll(manifests);
        SoftwareReading software = PackageDatabases.read(read, manager, without(chosen, manifests));
        unread.addAll(software.unread());
        return new SoftwareReading(software.installed(), software.dependencies(), software.owned(), unread);
    }

    /** The files at these paths, each once. Folders may be links. */
    private List<FileEntry> files(Stream<String> paths) {
        return paths.map(this.findings.files()::resolveToFirstName)
                .filter(Objects::nonNull)
                .filter(file -> file.size() > 0)
                .distinct()
                .toList();
    }

    private List<InstalledPackage> packages(FileEntry database) {
        return this.lists.getOrDefault(database.path(), NO_PACKAGES).packages();
    }

    /** Whether a database has packages that the chosen one does not have in the same version. */
    private static boolean hasOthers(List<InstalledPackage> packages, List<InstalledPackage> chosen) {
        return !keys(chosen, RpmDatabases::exactly).containsAll(keys(packages, RpmDatabases::exactly));
    }

    /**
     * The findings without the packages of a manifest that the database has too, perhaps in a newer version. A build on
     * a distroless image may add a database of the packages that it installs.
     */
    private VisibleFindings without(List<InstalledPackage> chosen, List<FileEntry> manifests) {
        if (chosen.isEmpty() || manifests.isEmpty()) {
            return this.findings;
        }
        Set<List<String>> known = keys(chosen, RpmDatabases::anyVersion);
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

    private static Set<List<String>> keys(Collection<InstalledPackage> packages,
            Function<InstalledPackage, List<String>> key) {
        return packages.stream().map(key).collect(toSet());
    }

    private static List<String> exactly(InstalledPackage one) {
        return List.of(one.name(), one.architecture(), one.version());
    }

    private static List<String> anyVersion(InstalledPackage one) {
        return List.of(one.name(), one.architecture());
    }

    private static Unread secondDatabase(FileEntry database) {
        return new Unread(Unread.Subject.OS_PACKAGES, database.path(),
                "This is a second rpm database with other packages. It is not read, because rpm uses only one.",
                database.layer());
    }

    /** SQLite's write-ahead log exists only during a write, or after an interrupted one. */
    private static Unread log(FileEntry log) {
        return new Unread(Unread.Subject.OS_PACKAGES, log.path(),
                "This is the write-ahead log of an rpm database and is not read. "
                        + "Packages that were installed last may be missing, and removed packages may still be listed.",
                log.layer());
    }
}
