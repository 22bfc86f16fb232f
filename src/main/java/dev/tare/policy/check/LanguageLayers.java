package dev.tare.policy.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.ecosystem.LanguagePackage;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.Origin;
import dev.tare.wording.Words;

/**
 * In which layers above the base the packages that a Python or Node application depends on, and its own source files,
 * lie. Its own are those below the folder that the container starts in; most of each tell where they lie, since an
 * application may be installed as a package too.
 *
 * @param packages how many there are in each layer
 * @param sources  how many there are in each layer
 */
record LanguageLayers(String language, String folder, Map<Integer, Long> packages, Map<Integer, Long> sources) {

    private static final List<Language> LANGUAGES =
            List.of(new Language("pypi", "Python", Pattern.compile(".*\\.py", Pattern.DOTALL)),
                    new Language("npm", "Node", Pattern.compile(".*\\.(?:[cm]?[jt]s|[jt]sx)", Pattern.DOTALL)));

    /** Which come with the runtime, or serve to install. */
    private static final Set<String> INSTALLERS =
            Set.of("pip", "setuptools", "wheel", "npm", "corepack", "yarn", "pnpm");

    /** Where npm puts what belongs to no application, itself first. */
    private static final String GLOBAL = "/lib/node_modules/";

    private static final Pattern INSTALLED = Pattern.compile("(?:.*/)?(?:site-packages|dist-packages|node_modules)/.*",
            Pattern.DOTALL);

    LanguageLayers {
        packages = Map.copyOf(packages);
        sources = Map.copyOf(sources);
    }

    /** Of the language that has both, or else the most packages; without any if none has. */
    static LanguageLayers of(Inspection inspection) {
        return LANGUAGES.stream()
                .map(language -> of(inspection, language))
                .max(Comparator.comparing((LanguageLayers layers) -> layers.hasPackages() && layers.hasSources())
                        .thenComparingLong(layers -> count(layers.packages())))
                .orElseThrow();
    }

    private static LanguageLayers of(Inspection inspection, Language language) {
        String folder = folder(inspection);
        Stream<Integer> packages = inspection.software()
                .languagePackages()
                .stream()
                .filter(one -> one.manager().equals(language.manager()) && isDependency(inspection, one))
                .map(LanguagePackage::layer);
        Stream<Integer> sources = folder.isEmpty() ? Stream.empty()
                : inspection.files()
                        .below(folder)
                        .stream()
                        .filter(file -> file.isFile() && language.source().matcher(file.fileName()).matches())
                        .filter(file -> isOwn(inspection, file.path(), file.layer()))
                        .map(FileEntry::layer);
        return new LanguageLayers(language.name(), folder, counted(packages), counted(sources));
    }

    boolean hasPackages() {
        return !this.packages.isEmpty();
    }

    boolean hasSources() {
        return !this.sources.isEmpty();
    }

    /** The layer with most packages. */
    int packageLayer() {
        return mostly(this.packages);
    }

    /** The layer with most source files. */
    int sourceLayer() {
        return mostly(this.sources);
    }

    /** The facts in words. */
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
        return Words.count(all, one, many) + place
                + (there == all ? (place.isEmpty() ? " in layer " : ", in layer ")
                        : ", " + Words.number(there) + " of them in layer ")
                + most;
    }

    /** What a package of the system brought is no dependency that the build chose. */
    private static boolean isDependency(Inspection inspection, LanguagePackage one) {
        return inspection.base().originOf(one.layer()) != Origin.BASE && !INSTALLERS.contains(one.name())
                && INSTALLED.matcher(one.path()).matches() && !("/" + one.path()).contains(GLOBAL)
                && inspection.software().owners().ownerOf(one.path()) == null;
    }

    private static boolean isOwn(Inspection inspection, String path, int layer) {
        return inspection.base().originOf(layer) != Origin.BASE && !INSTALLED.matcher(path).matches();
    }

    private static String folder(Inspection inspection) {
        String configured = inspection.image().config().container().workingDir();
        FileEntry folder = HiddenWords.areIn(configured) ? null : inspection.files().resolve(configured);
        return folder == null || !folder.isDirectory() ? "" : folder.path();
    }

    private static Map<Integer, Long> counted(Stream<Integer> layers) {
        return layers.collect(Collectors.groupingBy(layer -> layer, TreeMap::new, Collectors.counting()));
    }

    private static long count(Map<Integer, Long> layers) {
        return layers.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of several the lowest. */
    private static int mostly(Map<Integer, Long> layers) {
        return layers.entrySet()
                .stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    /** @param source what the names of source files are */
    private record Language(String manager, String name, Pattern source) {}
}
