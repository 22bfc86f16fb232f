package dev.tare.ecosystem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.Unread;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.filetree.FileEntry;

import static java.util.stream.Collectors.toSet;

/**
 * The database of a package manager that uses only one. Others may remain from an older place or form, so the first that
 * lists packages counts.
 *
 * @param read     the chosen database, after those that could not be read
 * @param packages of the chosen database
 * @param others   the databases that list other packages than the chosen one
 */
public record DatabaseChoice(List<FileEntry> read, List<InstalledPackage> packages, List<Unread> others) {

    private static final PackageList NO_PACKAGES = new PackageList(List.of());

    public DatabaseChoice {
        read = List.copyOf(read);
        packages = List.copyOf(packages);
        others = List.copyOf(others);
    }

    /** @param paths in the order in which the package manager looks for its database */
    public static DatabaseChoice of(Stream<String> paths, String manager, VisibleFindings findings) {
        Map<String, PackageList> lists = findings.byPath(PackageList.class);
        List<InstalledPackage> chosen = List.of();
        List<FileEntry> read = new ArrayList<>();
        List<Unread> others = new ArrayList<>();
        for (FileEntry database : files(paths, findings)) {
            List<InstalledPackage> packages = lists.getOrDefault(database.path(), NO_PACKAGES).packages();
            if (chosen.isEmpty() || !lists.containsKey(database.path())) {
                read.add(database);
                chosen = chosen.isEmpty() ? packages : chosen;
            } else if (!keys(chosen).containsAll(keys(packages))) {
                others.add(other(database, manager));
            }
        }
        return new DatabaseChoice(read, chosen, others);
    }

    /** The files at these paths that are not empty, each once. Folders may be links. */
    public static List<FileEntry> files(Stream<String> paths, VisibleFindings findings) {
        return paths.map(findings.files()::resolveToFirstName)
                .filter(Objects::nonNull)
                .filter(file -> file.size() > 0)
                .distinct()
                .toList();
    }

    private static Set<List<String>> keys(Collection<InstalledPackage> packages) {
        return packages.stream().map(one -> List.of(one.name(), one.architecture(), one.version())).collect(toSet());
    }

    private static Unread other(FileEntry database, String manager) {
        return new Unread(Unread.Subject.OS_PACKAGES, database.path(), "This is a second " + manager
                + " database with other packages. It is not read, because " + manager + " uses only one.",
                database.layer());
    }
}
