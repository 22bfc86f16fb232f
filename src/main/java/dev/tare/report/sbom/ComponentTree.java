package dev.tare.report.sbom;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.ecosystem.Installed;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.conda.CondaEcosystem;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspection.Software;
import org.jspecify.annotations.Nullable;

/**
 * The components of an image. They are numbered: first the packages of the operating system, then those of languages,
 * Java runtimes and jars. A component may contain others: a package of the operating system contains the packages of
 * languages, runtimes and jars whose files it owns, and a jar contains the jars in it. A component is made when it is
 * written.
 */
final class ComponentTree {

    /** The levels of components in components. Deeper jars are in the component at this level. */
    static final int MAX_DEPTH = 8;

    private static final int NONE = -1;

    private static final String JAR_IN_JAR = "!/";

    private final Inspection inspection;

    private final Software software;

    private final List<LanguagePackage> ofLanguages;

    private final int languagePackages;

    private final int javaRuntimes;

    private final int jars;

    private final int[] parents;

    private final int[] firstChildren;

    private final int[] nextSiblings;

    ComponentTree(Inspection inspection) {
        this.inspection = inspection;
        this.software = inspection.software();
        this.languagePackages = this.software.packages().size();
        this.ofLanguages = Stream.concat(this.software.languagePackages().stream(),
                this.software.bundledPackages().stream()).toList();
        this.javaRuntimes = this.languagePackages + this.ofLanguages.size();
        this.jars = this.javaRuntimes + this.software.javaRuntimes().size();
        int size = this.jars + this.software.jars().size();
        this.parents = new int[size];
        this.firstChildren = new int[size];
        this.nextSiblings = new int[size];
        Arrays.fill(this.parents, NONE);
        Arrays.fill(this.firstChildren, NONE);
        Arrays.fill(this.nextSiblings, NONE);
        findParents();
        for (int i = size - 1; i >= 0; i--) {
            if (this.parents[i] != NONE) {
                this.nextSiblings[i] = this.firstChildren[this.parents[i]];
                this.firstChildren[this.parents[i]] = i;
            }
        }
    }

    Inspection inspection() {
        return this.inspection;
    }

    int size() {
        return this.parents.length;
    }

    SbomComponent component(int number) {
        String reference = reference(number);
        return switch (installed(number)) {
            case OsPackage one -> SbomComponent.of(one, number, reference, this.inspection.system().os());
            case LanguagePackage one -> SbomComponent.of(one, number, reference);
            case JavaRuntime one -> SbomComponent.of(one, number, reference);
            case Jar one -> SbomComponent.of(one, number, reference);
            case Installed one -> throw new IllegalStateException("No component for " + one.getClass());
        };
    }

    /** The unique reference of a component: its kind and number. It is short, because each dependency repeats it. */
    String reference(int number) {
        return switch (installed(number)) {
            case OsPackage one -> one.manager() + ":" + number;
            case LanguagePackage one -> one.manager() + ":" + number;
            case JavaRuntime _ -> "java:" + number;
            case Jar _ -> "jar:" + number;
            case Installed one -> throw new IllegalStateException("No component for " + one.getClass());
        };
    }

    private Installed installed(int number) {
        return number < this.languagePackages ? this.software.packages().get(number)
                : number < this.javaRuntimes
                        ? this.ofLanguages.get(number - this.languagePackages)
                : number < this.jars ? this.software.javaRuntimes().get(number - this.javaRuntimes)
                : this.software.jars().get(number - this.jars);
    }

    /** The libraries that were unpacked into a component; none if it is no jar. */
    Stream<SbomComponent> libraries(int number) {
        return IntStream.range(0, libraryCount(number))
                .mapToObj(i -> SbomComponent.ofLibrary(this.software.jars().get(number - this.jars), i, number));
    }

    int libraryCount(int number) {
        return number < this.jars ? 0 : this.software.jars().get(number - this.jars).libraries().size();
    }

    /** The components that no other component contains, in ascending order. */
    IntStream roots() {
        return IntStream.range(0, size()).filter(number -> this.parents[number] == NONE);
    }

    /** The component that contains another one, or -1. */
    int parent(int number) {
        return this.parents[number];
    }

    /** The components in a component, in ascending order. */
    IntStream children(int number) {
        return IntStream.iterate(this.firstChildren[number], child -> child != NONE, child -> this.nextSiblings[child]);
    }

    /** The components that a component depends on, or {@code null} if they are unknown. */
    @Nullable
    IntStream dependencies(int number) {
        return number < this.languagePackages ? this.software.dependencies().of(number) : null;
    }

    private void findParents() {
        Map<String, Integer> packages = new HashMap<>();
        for (int i = 0; i < this.languagePackages; i++) {
            packages.putIfAbsent(this.software.packages().get(i).name(), i);
        }
        Map<String, Integer> ofConda = new HashMap<>();
        for (int i = this.languagePackages; i < this.javaRuntimes; i++) {
            LanguagePackage one = this.ofLanguages.get(i - this.languagePackages);
            if (one.manager().equals(CondaEcosystem.ID)) {
                ofConda.putIfAbsent(one.name(), i);
            }
        }
        for (int i = this.languagePackages; i < this.javaRuntimes; i++) {
            LanguagePackage one = this.ofLanguages.get(i - this.languagePackages);
            int owner = owner(one.path(), packages);
            this.parents[i] = owner != NONE || one.owner() == null || one.manager().equals(CondaEcosystem.ID) ? owner
                    : ofConda.getOrDefault(one.owner(), NONE);
        }
        for (int i = this.javaRuntimes; i < this.jars; i++) {
            String owner = this.software.javaRuntimes().get(i - this.javaRuntimes).osPackage();
            this.parents[i] = owner == null ? NONE : packages.getOrDefault(owner, NONE);
        }
        findParentsOfJars(packages);
    }

    private void findParentsOfJars(Map<String, Integer> packages) {
        List<Jar> list = this.software.jars();
        Map<String, Integer> byPath = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            byPath.putIfAbsent(list.get(i).path(), this.jars + i);
        }
        for (int i = 0; i < list.size(); i++) {
            String path = list.get(i).path();
            int outer = outer(path, byPath);
            this.parents[this.jars + i] = outer == NONE ? owner(Jar.file(path), packages) : outer;
        }
        for (int i = this.jars; i < size(); i++) {
            while (depth(i) > MAX_DEPTH) {
                this.parents[i] = this.parents[this.parents[i]];
            }
        }
    }

    /** The innermost jar that contains a jar. A jar that could not be read is not listed. */
    private static int outer(String path, Map<String, Integer> byPath) {
        int end = path.lastIndexOf(JAR_IN_JAR);
        for (int level = 0; end > 0 && level < 2 * MAX_DEPTH; level++) {
            Integer outer = byPath.get(path.substring(0, end));
            if (outer != null) {
                return outer;
            }
            end = path.lastIndexOf(JAR_IN_JAR, end - 1);
        }
        return NONE;
    }

    /** The number of components around a component, as far as it matters. */
    private int depth(int number) {
        int depth = 1;
        for (int outer = this.parents[number]; outer != NONE && depth <= MAX_DEPTH; outer = this.parents[outer]) {
            depth++;
        }
        return depth;
    }

    private int owner(String path, Map<String, Integer> packages) {
        String owner = this.software.owners().ownerOf(path);
        return owner == null ? NONE : packages.getOrDefault(owner, NONE);
    }
}
