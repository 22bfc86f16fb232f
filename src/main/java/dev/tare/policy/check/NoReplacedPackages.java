package dev.tare.policy.check;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.tare.content.Unread;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.inspection.Ecosystems;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspection.Software;
import dev.tare.inspection.base.Origin;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/**
 * Checks that no layer reinstalls a package of a lower layer. Some package managers write a file only when they install a
 * package. If two layers contain this file, both installed the package.
 *
 * @see Ecosystem#installedBy
 */
final class NoReplacedPackages extends Check {

    /** The folders that may contain such files, because most files of an image are elsewhere. */
    private static final List<String> FOLDERS =
            Ecosystems.ALL.stream().map(Ecosystem::installationFolder).filter(Objects::nonNull).toList();

    private static final List<Ecosystem> MANAGERS =
            Ecosystems.ALL.stream().filter(ecosystem -> ecosystem.installationFolder() != null).toList();

    private static final String REMEDY =
            "Use a newer base image. If you must replace a package, do so in the layer that "
                    + "installs it.";

    NoReplacedPackages() {
        super("no-replaced-packages", "No replaced packages",
                "No layer above the base image reinstalls a package of a lower layer, as an upgrade of all packages "
                        + "does.",
                "Every pull still downloads the old files, and a later build installs other versions.",
                "CIS-DI-0007", "DKL-DI-0003");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        IntSummaryStatistics layers = FOLDERS.stream()
                .flatMap(folder -> inspection.files().below(folder).stream())
                .filter(file -> packageInstalledBy(file.path()) != null)
                .mapToInt(FileEntry::layer)
                .summaryStatistics();
        if (layers.getCount() == 0) {
            return withoutLists(inspection.software());
        }
        List<WastedFile> replaced = inspection.weight()
                .waste()
                .stream()
                .filter(file -> packageInstalledBy(file.path()) != null && isInstalledAgain(inspection, file))
                .toList();
        if (replaced.isEmpty()) {
            return pass("No layer above the base image reinstalls any of "
                    + Counts.of(layers.getCount(), "package", "packages") + "."
                    + (inspection.software().leavesUnread(Unread.Subject.OS_PACKAGES)
                            ? " Tare did not read " + unread(inspection.software()) + "."
                            : ""));
        }
        return replaced.stream().anyMatch(file -> isCopy(layers, file.hiddenBy()))
                ? unknown(
                        "A layer contains new copies of all files that installations write, probably with a changed owner "
                                + "or mode. The copies hide reinstalled packages.",
                        REMEDY)
                : inspection.base().isBoundaryKnown() ? warn(described(inspection, replaced), REMEDY)
                : unknown(described(inspection, replaced) + " It is not certain where the base image ends, so its "
                        + "own build may have reinstalled them.", REMEDY);
    }

    /** Some package managers have one file for all packages. */
    private CheckFinding withoutLists(Software software) {
        if (software.leavesUnread(Unread.Subject.OS_PACKAGES)) {
            return unknown("Tare did not read " + unread(software) + ".", "Check the packages of this image by hand.");
        }
        if (software.packages().isEmpty()) {
            return notApplicable("The image has no packages of the operating system.");
        }
        String managers = software.packages()
                .stream()
                .map(one -> Ecosystems.of(one.manager()))
                .distinct()
                .map(Ecosystem::label)
                .collect(Collectors.joining(" and "));
        return notApplicable("The image has " + managers
                + ", but no files that show which layer installed a package, such as the .md5sums of dpkg.");
    }

    private static String unread(Software software) {
        return Paths.listed(software.unread()
                .stream()
                .filter(one -> one.subject() == Unread.Subject.OS_PACKAGES)
                .map(Unread::path)
                .toList());
    }

    private static boolean isInstalledAgain(Inspection inspection, WastedFile old) {
        FileEntry current = inspection.files().get(old.path());
        return current != null && old.hiddenBy() > old.layer() && current.layer() >= old.hiddenBy()
                && inspection.base().originOf(old.hiddenBy()) != Origin.BASE;
    }

    /** Whether the layer and those above it contain all the files. No upgrade replaces all packages. */
    private static boolean isCopy(IntSummaryStatistics layers, int layer) {
        return layers.getMin() >= layer;
    }

    private static String described(Inspection inspection, List<WastedFile> replaced) {
        Set<String> names = replaced.stream()
                .map(WastedFile::path)
                .map(NoReplacedPackages::packageInstalledBy)
                .filter(Objects::nonNull)
                .collect(
                        Collectors.toCollection(TreeSet::new));
        String layers = replaced.stream()
                .map(WastedFile::hiddenBy)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(
                        Collectors.joining(", "));
        long bytes = inspection.weight().waste().stream().filter(file -> {
            String owner = inspection.software().owners().ownerOf(file.path());
            return owner != null && names.contains(withoutArchitecture(owner));
        }).mapToLong(WastedFile::bytes).sum();
        return Counts.of(names.size(), "package is", "packages are") + " reinstalled by layer " + layers + ": "
                + Paths.first(List.copyOf(names)) + "."
                + (bytes == 0 ? "" : " Their old files waste " + Bytes.exact(bytes) + ".");
    }

    private static @Nullable String packageInstalledBy(String path) {
        for (Ecosystem ecosystem : MANAGERS) {
            String name = ecosystem.installedBy(path);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static String withoutArchitecture(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
