package dev.tare.ecosystem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The dependencies of installed packages in the other direction. Packages are numbers from 0. */
public final class Dependents {

    private final List<int[]> dependencies;

    private final List<List<Integer>> dependents;

    private Dependents(List<int[]> dependencies, List<List<Integer>> dependents) {
        this.dependencies = dependencies;
        this.dependents = dependents;
    }

    /** The dependents of all packages, or {@code null} if the dependencies of a package were not read. */
    public static @Nullable Dependents of(Dependencies dependencies) {
        List<int[]> targets = new ArrayList<>();
        List<List<Integer>> dependents = new ArrayList<>();
        for (int number = 0; number < dependencies.size(); number++) {
            IntStream one = dependencies.of(number);
            if (one == null) {
                return null;
            }
            targets.add(one.toArray());
            dependents.add(new ArrayList<>());
        }
        for (int number = 0; number < targets.size(); number++) {
            for (int target : targets.get(number)) {
                dependents.get(target).add(number);
            }
        }
        return new Dependents(targets, dependents);
    }

    /** The other packages that depend on any of these. */
    public BitSet of(BitSet packages) {
        BitSet found = new BitSet();
        packages.stream().forEach(number -> this.dependents.get(number).forEach(found::set));
        found.andNot(packages);
        return found;
    }

    /** The other packages on which any of these depends. */
    public BitSet dependenciesOf(BitSet packages) {
        BitSet found = new BitSet();
        packages.stream().forEach(number -> IntStream.of(this.dependencies.get(number)).forEach(found::set));
        found.andNot(packages);
        return found;
    }

    /**
     * The packages that only these packages need, directly or through others. Packages that need each other count too,
     * if no other package needs any of them.
     */
    public BitSet neededOnlyBy(BitSet packages) {
        BitSet removed = reachable(packages);
        Deque<Integer> staying = new ArrayDeque<>();
        removed.stream()
                .filter(number -> !packages.get(number)
                        && this.dependents.get(number).stream().anyMatch(one -> !removed.get(one)))
                .forEach(staying::add);
        while (!staying.isEmpty()) {
            int number = staying.remove();
            if (removed.get(number)) {
                removed.clear(number);
                IntStream.of(this.dependencies.get(number)).filter(one -> !packages.get(one)).forEach(staying::add);
            }
        }
        removed.andNot(packages);
        return removed;
    }

    private BitSet reachable(BitSet packages) {
        BitSet reached = (BitSet) packages.clone();
        Deque<Integer> next = new ArrayDeque<>(packages.stream().boxed().toList());
        while (!next.isEmpty()) {
            for (int target : this.dependencies.get(next.remove())) {
                if (!reached.get(target)) {
                    reached.set(target);
                    next.add(target);
                }
            }
        }
        return reached;
    }
}
