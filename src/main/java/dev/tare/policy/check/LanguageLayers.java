package dev.tare.policy.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.content.FilePaths;
import dev.tare.ecosystem.ApplicationLayout;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.image.ImageConfig;
import dev.tare.inspection.Ecosystems;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.Origin;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/**
 * The layers above the base image that contain dependencies and source files of an application. Any language with an
 * {@link ApplicationLayout} counts. Source files count below the working directory. The layer with the most packages or
 * files decides, because an application may also be installed as a package.
 *
 * @param packages the number of packages in each layer
 * @param sources  the number of source files in each layer; empty if there are no packages, because then nothing uses it
 */
record LanguageLayers(String language, String folder, Map<Integer, Long> packages, Map<Integer, Long> sources) {

    private static final List<Ecosystem> LANGUAGES =
            Ecosystems.ALL.stream().filter(ecosystem -> ecosystem.applicationLayout() != null).toList();

    private static final Pattern WINDOWS_DRIVE = Pattern.compile("[A-Za-z]:");

    LanguageLayers {
        packages = Map.copyOf(packages);
        sources = Map.copyOf(sources);
    }

    /** The layers of the language with both packages and source files, or else with the most packages. */
    static LanguageLayers of(Inspection inspection) {
        return LANGUAGES.stream()
                .map(language -> of(inspection, language.id(), Objects.requireNonNull(language.applicationLayout())))
                .max(Comparator.comparing((LanguageLayers layers) -> layers.hasPackages() && layers.hasSources())
                        .thenComparingLong(layers -> count(layers.packages())))
                .orElseThrow();
    }

    private static LanguageLayers of(Inspection inspection, String manager, ApplicationLayout layout) {
        String folder = folder(inspection);
        Map<Integer, Long> packages = counted(inspection.software()
                .languagePackages()
                .stream()
                .filter(one -> one.manager().equals(manager) && layout.isDependency(one) && isAdded(inspection, one))
                .map(LanguagePackage::layer));
        Stream<Integer> sources = packages.isEmpty() || folder.isEmpty() ? Stream.empty()
                : below(folder, inspection).filter(file -> file.isFile() && layout.isSource(file.fileName()))
                        .filter(file -> isOwn(inspection, file.path(), file.layer()))
                        .map(FileEntry::layer);
        return new LanguageLayers(layout.language(), folder, packages, counted(sources));
    }

    /** The names of the languages, for sentences: {@code Node, Python or PHP}. */
    static String languages() {
        List<String> names = LANGUAGES.stream()
                .map(language -> Objects.requireNonNull(language.applicationLayout()).language())
                .toList();
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    boolean hasPackages() {
        return !this.packages.isEmpty();
    }

    boolean hasSources() {
        return !this.sources.isEmpty();
    }

    /** The layer with the most packages. */
    int packageLayer() {
        return mostly(this.packages);
    }

    /** The layer with the most source files. */
    int sourceLayer() {
        return mostly(this.sources);
    }

    /** Describes the packages and source files, for evidence. */
    String described() {
        String packages = described(this.packages, this.language + " package", this.language + " packages", "");
        return hasSources()
                ? packages + ", and " + described(this.sources, "source file", "source files", " in /" + this.folder)
                : packages;
    }

    private static String described(Map<Integer, Long> layers, String one, String many, String place) {
        long all = count(layers);
        int most = mostly(layers);
        long there = layers.getOrDefault(most, 0L);
        return Counts.of(all, one, many) + place
                + (there == all ? (place.isEmpty() ? " in layer " : ", in layer ")
                        : ", " + Counts.of(there) + " of them in layer ")
                + most;
    }

    /** Whether the build added the package. Packages inside a package of the operating system do not count. */
    private static boolean isAdded(Inspection inspection, LanguagePackage one) {
        return isAboveBase(inspection, one.layer()) && isPackaged(one.path())
                && inspection.software().owners().ownerOf(one.path()) == null;
    }

    private static boolean isOwn(Inspection inspection, String path, int layer) {
        return isAboveBase(inspection, layer) && !isPackaged(path);
    }

    private static boolean isAboveBase(Inspection inspection, int layer) {
        return inspection.base().originOf(layer) != Origin.BASE;
    }

    private static boolean isPackaged(String path) {
        return LANGUAGES.stream().anyMatch(ecosystem -> ecosystem.isPackaged(path));
    }

    /** The working directory, or an empty text if it is the root or not in the image. */
    private static String folder(Inspection inspection) {
        ImageConfig config = inspection.image().config();
        String configured = config.container().workingDir();
        if (HiddenWords.areIn(configured)) {
            return "";
        }
        String path = config.platform().isWindows()
                ? WINDOWS_DRIVE.matcher(configured).replaceFirst("").replace('\\', '/')
                : configured;
        FileEntry folder = inspection.files().resolve(path);
        if (folder == null && config.platform().isWindows()) {
            folder = ignoringCase(path, inspection.files());
        }
        return folder == null || !folder.isDirectory() ? "" : folder.path();
    }

    private static @Nullable FileEntry ignoringCase(String path, FileTree files) {
        String normal = Stream.of(path.split("/")).reduce("", FilePaths::step);
        return files.entries()
                .stream()
                .filter(file -> file.isDirectory() && file.path().equalsIgnoreCase(normal))
                .findFirst()
                .orElse(null);
    }

    /** Windows ignores the case of paths, so layers may write one folder in several ways. */
    private static Stream<FileEntry> below(String folder, Inspection inspection) {
        String prefix = folder + "/";
        return inspection.image().config().platform().isWindows()
                ? inspection.files()
                        .entries()
                        .stream()
                        .filter(file -> file.path().regionMatches(true, 0, prefix, 0, prefix.length()))
                : inspection.files().below(folder).stream();
    }

    private static Map<Integer, Long> counted(Stream<Integer> layers) {
        return layers.collect(Collectors.groupingBy(layer -> layer, TreeMap::new, Collectors.counting()));
    }

    private static long count(Map<Integer, Long> layers) {
        return layers.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The layer with the highest count, or the lowest of several. */
    private static int mostly(Map<Integer, Long> layers) {
        return layers.entrySet()
                .stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }
}
