package dev.tare.ecosystem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.tare.content.FilePaths;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import org.jspecify.annotations.Nullable;

/**
 * Finds the installed packages that satisfy the needs of each package. Versions do not count, because a package manager
 * checked them when it installed the packages. The first alternative with an installed package counts. A package of
 * that name takes precedence over packages that offer the name.
 */
final class DependencyFinder {

    /** A desktop with all its needs, offers and dependencies takes a tenth of these steps. */
    private static final long MAX_STEPS = 2_000_000;

    /** Large desktops have half as many dependencies. */
    private static final int MAX_DEPENDENCIES = 100_000;

    private static final String ALTERNATIVE = "\\|";

    private static final Set<String> ANY_ARCHITECTURE = Set.of("", "all", "noarch");

    private final List<InstalledPackage> packages;

    private final CountedTree files;

    /** The packages with each needed name. */
    private final Map<String, List<Integer>> named = new HashMap<>();

    /** The packages that offer each needed name, as another name, a library or a file. */
    private final Map<String, List<Integer>> offered = new HashMap<>();

    private long steps;

    private int dependencies;

    private DependencyFinder(List<InstalledPackage> packages, CountedTree files) {
        this.packages = packages;
        this.files = files;
    }

    /** The dependencies of each package, or {@code null} if there are too many. */
    static @Nullable Dependencies find(List<InstalledPackage> packages, CountedTree files) {
        DependencyFinder finder = new DependencyFinder(packages, files);
        finder.addNeeds();
        finder.addPackages();
        finder.addFiles();
        List<int[]> targets = new ArrayList<>();
        for (int i = 0; i < packages.size() && finder.mayTake(1); i++) {
            targets.add(finder.targets(i));
        }
        return finder.mayTake(0) ? Dependencies.of(targets) : null;
    }

    private void addNeeds() {
        this.packages.forEach(one -> one.relations().needs().forEach(need -> {
            for (String name : need.split(ALTERNATIVE)) {
                if (mayTake(1)) {
                    this.named.put(name, List.of());
                    this.offered.put(name, List.of());
                }
            }
        }));
    }

    private void addPackages() {
        for (int i = 0; i < this.packages.size(); i++) {
            int number = i;
            InstalledPackage one = this.packages.get(i);
            add(this.named, one.name(), number);
            one.relations().offers().forEach(name -> add(this.offered, name, number));
        }
    }

    /** A package may need a file such as {@code /bin/sh} that another one lists in the folder behind a link. */
    private void addFiles() {
        Map<String, Set<String>> needed = new HashMap<>();
        this.offered.forEach((name, offering) -> {
            String path = OwnedFiles.relative(name);
            if (name.startsWith("/") && offering.isEmpty() && mayTake(name.length())) {
                needed.computeIfAbsent(path, absent -> new HashSet<>()).add(name);
                FileEntry folder = this.files.resolve(FilePaths.parent(path));
                if (folder != null) {
                    needed.computeIfAbsent(FilePaths.join(folder.path(), FilePaths.name(path)),
                            absent -> new HashSet<>()).add(name);
                }
            }
        });
        for (int i = 0; i < this.packages.size() && !needed.isEmpty(); i++) {
            int number = i;
            this.packages.get(i)
                    .files()
                    .forEach(path -> needed.getOrDefault(OwnedFiles.relative(path), Set.of())
                            .forEach(name -> add(this.offered, name, number)));
        }
    }

    private void add(Map<String, List<Integer>> numbers, String name, int number) {
        List<Integer> known = numbers.get(name);
        if (known == null || !mayTake(1)) {
            return;
        }
        if (known.isEmpty()) {
            numbers.put(name, new ArrayList<>(List.of(number)));
        } else if (known.getLast().intValue() != number) {
            known.add(number);
        }
    }

    private int[] targets(int number) {
        Set<Integer> targets = new TreeSet<>();
        this.packages.get(number).relations().needs().forEach(need -> targets.addAll(satisfying(number, need)));
        this.dependencies += targets.size();
        return targets.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The packages that satisfy a need; none if the package satisfies it itself, or no package does. */
    private List<Integer> satisfying(int number, String need) {
        for (String name : need.split(ALTERNATIVE)) {
            List<Integer> named = this.named.getOrDefault(name, List.of());
            List<Integer> all = named.isEmpty() ? this.offered.getOrDefault(name, List.of()) : named;
            if (!all.isEmpty() && mayTake(all.size())) {
                List<Integer> fitting = all.stream().filter(other -> fits(number, other)).toList();
                List<Integer> found = fitting.isEmpty() ? all : fitting;
                return found.contains(number) ? List.of() : found;
            }
        }
        return List.of();
    }

    /** A library of another architecture is of no use to a program. */
    private boolean fits(int number, int other) {
        String architecture = this.packages.get(number).architecture();
        String others = this.packages.get(other).architecture();
        return architecture.equals(others) || ANY_ARCHITECTURE.contains(others)
                || ANY_ARCHITECTURE.contains(architecture);
    }

    private boolean mayTake(long more) {
        this.steps += this.steps > MAX_STEPS ? 0 : more;
        return this.steps <= MAX_STEPS && this.dependencies <= MAX_DEPENDENCIES;
    }
}
