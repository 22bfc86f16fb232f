package dev.tare.ecosystem.dpkg;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.content.FilePaths;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Dependencies;
import dev.tare.ecosystem.Installed;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.OwnedFiles;
import dev.tare.ecosystem.PackageDatabases;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.filetree.FileEntry;

/**
 * The packages in manifests of Chisel. A manifest may be in any folder. One outside of the default folder counts if it
 * lists its own path, because other ones are copies.
 */
final class ChiselPackages {

    private static final String DEFAULT = "var/lib/chisel/" + ChiselCollector.NAME;

    private final VisibleFindings findings;

    ChiselPackages(VisibleFindings findings) {
        this.findings = findings;
    }

    /** Adds the packages that a reading does not have. Manifests do not list dependencies. */
    SoftwareReading addTo(SoftwareReading known) {
        List<FileEntry> manifests = manifests();
        if (manifests.isEmpty()) {
            return known;
        }
        SoftwareReading listed = PackageDatabases.read(manifests, DpkgEcosystem.ID, this.findings);
        Set<List<String>> seen = known.installed().stream().map(ChiselPackages::identity).collect(Collectors.toSet());
        List<Installed> added = listed.installed().stream().filter(one -> seen.add(identity(one))).toList();
        return new SoftwareReading(joined(known.installed(), added),
                Dependencies.join(Stream.of(known.dependencies(), Dependencies.unknown(added.size()))),
                joined(known.owned(), listed.owned()), joined(known.unread(), listed.unread()));
    }

    private List<FileEntry> manifests() {
        List<FileEntry> manifests = new ArrayList<>();
        FileEntry first = this.findings.files().resolveToFirstName(DEFAULT);
        if (first != null) {
            manifests.add(first);
        }
        this.findings.forEach(PackageList.class, (file, list) -> {
            if (FilePaths.isNamed(file.path(), ChiselCollector.NAME) && listsItself(file.path(), list)) {
                manifests.add(file);
            }
        });
        return manifests;
    }

    private static boolean listsItself(String path, PackageList list) {
        return list.packages().stream().anyMatch(one -> {
            boolean[] found = new boolean[1];
            one.files().forEach(file -> found[0] |= OwnedFiles.relative(file).equals(path));
            return found[0];
        });
    }

    /** Two databases may list the same package, because builds add a status file to what Chisel installed. */
    private static List<String> identity(Installed installed) {
        OsPackage one = (OsPackage) installed;
        return List.of(one.name(), one.version(), one.architecture());
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
