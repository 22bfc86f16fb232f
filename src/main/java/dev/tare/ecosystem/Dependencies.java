package dev.tare.ecosystem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The installed packages that each package of the operating system depends on. Packages are numbers from 0. */
public final class Dependencies {

    /** There are no packages. */
    public static final Dependencies NONE = new Dependencies(List.of());

    /** The memory of an array besides its numbers, in bytes. */
    private static final int ARRAY = 24;

    /** Stands for dependencies that were not read. */
    private static final int UNKNOWN = -1;

    private final List<int[]> targets;

    private Dependencies(List<int[]> targets) {
        this.targets = List.copyOf(targets);
    }

    /** @param targets for each package: the sorted numbers of those that it depends on */
    static Dependencies of(List<int[]> targets) {
        return new Dependencies(targets);
    }

    /** Packages whose dependencies were not read. */
    public static Dependencies unknown(int packages) {
        int[] unknown = { UNKNOWN };
        return new Dependencies(IntStream.range(0, packages).mapToObj(i -> unknown).toList());
    }

    /** The packages of several package managers, one after the other. */
    public static Dependencies join(Stream<Dependencies> parts) {
        List<int[]> joined = new ArrayList<>();
        parts.forEach(part -> {
            int first = joined.size();
            part.targets.forEach(one -> joined.add(renumbered(one, target -> first + target)));
        });
        return new Dependencies(joined);
    }

    /** @param order for each new number of a package: its number so far */
    public Dependencies inOrder(int[] order) {
        int[] renumbered = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            renumbered[order[i]] = i;
        }
        return new Dependencies(IntStream.of(order)
                .mapToObj(old -> renumbered(this.targets.get(old), target -> renumbered[target]))
                .toList());
    }

    private static int[] renumbered(int[] numbers, IntUnaryOperator mapping) {
        return IntStream.of(numbers).map(one -> one == UNKNOWN ? UNKNOWN : mapping.applyAsInt(one)).sorted().toArray();
    }

    /** The packages that a package depends on in ascending order, or {@code null} if they were not read. */
    public @Nullable IntStream of(int number) {
        if (number >= this.targets.size()) {
            return null;
        }
        int[] one = this.targets.get(number);
        return one.length == 1 && one[0] == UNKNOWN ? null : IntStream.of(one);
    }

    /** The number of packages. */
    public int size() {
        return this.targets.size();
    }

    /** The approximate heap size in bytes. */
    public long heapSize() {
        return this.targets.stream().mapToLong(one -> ARRAY + (long) Integer.BYTES * one.length).sum();
    }
}
