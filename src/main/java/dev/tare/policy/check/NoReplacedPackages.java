package dev.tare.policy.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.Origin;
import dev.tare.wording.Words;

/**
 * Checks that no layer installs a package of a lower one again. dpkg writes the checksums of a package's files anew when it
 * installs the package, and at no other time, so that two layers which have them have both installed it.
 */
final class NoReplacedPackages extends Practice {

    private static final String FOLDER = "var/lib/dpkg/info/";

    private static final String CHECKSUMS = ".md5sums";

    private static final String REMEDY = "Take a newer base, or replace the few packages that you must in the layer "
            + "that installs them.";

    NoReplacedPackages() {
        super("no-replaced-packages", "Replaces no package of a lower layer",
                "No layer above the base installs a package again that a lower layer has, as an upgrade of all "
                        + "packages does.",
                "The old files are still pulled and stored, and the same build gives other versions tomorrow.",
                "CIS-DI-0007", "DKL-DI-0003");
    }

    @Override
    public PracticeFinding judge(Inspection inspection) {
        long packages = checksums(inspection).size();
        if (packages == 0) {
            return notApplicable("dpkg has no packages here, and of other package managers the files do not tell.");
        }
        List<WastedFile> replaced = inspection.weight()
                .waste()
                .stream()
                .filter(file -> isChecksums(file.path()) && isInstalledAgain(inspection, file))
                .toList();
        if (replaced.isEmpty()) {
            return pass("Each of " + Words.count(packages, "package", "packages") + " of dpkg is in one layer only.");
        }
        return IntStream.range(0, inspection.weight().layers().size())
                .anyMatch(layer -> isCopy(inspection, replaced, layer))
                        ? unknown(
                                "A layer holds all of dpkg's lists anew, as if their owner or mode was changed, which hides "
                                        + "what was installed again.",
                                REMEDY)
                        : warn(described(inspection, replaced), REMEDY);
    }

    private static boolean isInstalledAgain(Inspection inspection, WastedFile old) {
        FileEntry current = inspection.files().get(old.path());
        return current != null && old.hiddenBy() > old.layer() && current.layer() >= old.hiddenBy()
                && inspection.base().originOf(old.hiddenBy()) != Origin.BASE;
    }

    /** Whether a layer has put all lists there are into another one's place: no upgrade does so. */
    private static boolean isCopy(Inspection inspection, List<WastedFile> replaced, int layer) {
        return replaced.stream().anyMatch(file -> file.hiddenBy() == layer)
                && checksums(inspection).stream().noneMatch(file -> file.layer() < layer);
    }

    private static String described(Inspection inspection, List<WastedFile> replaced) {
        Set<String> names = replaced.stream()
                .map(WastedFile::path)
                .map(NoReplacedPackages::nameOf)
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
        return Words.count(names.size(), "package is", "packages are") + " installed again by layer " + layers + ": "
                + Paths.first(List.copyOf(names)) + "."
                + (bytes == 0 ? "" : " Their old files take " + Words.bytes(bytes) + ".");
    }

    private static List<FileEntry> checksums(Inspection inspection) {
        return inspection.files()
                .below(FOLDER.substring(0, FOLDER.length() - 1))
                .stream()
                .filter(file -> isChecksums(file.path()))
                .toList();
    }

    private static boolean isChecksums(String path) {
        return path.startsWith(FOLDER) && path.endsWith(CHECKSUMS) && path.indexOf('/', FOLDER.length()) < 0;
    }

    private static String nameOf(String path) {
        return withoutArchitecture(path.substring(FOLDER.length(), path.length() - CHECKSUMS.length()));
    }

    private static String withoutArchitecture(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
