package dev.tare.report.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.tare.report.Listing;
import dev.tare.report.document.Table;

/**
 * A table of a summary before its number of lines is known.
 *
 * @param lines for all its rows
 * @param whole whether it needs all of them
 * @param table the table for a number of lines, which is at least 1
 */
record SummaryPart(int lines, boolean whole, IntFunction<Table> table) {

    /** A blank line and the header. */
    private static final int AROUND = 2;

    /** A table that is never cut. */
    static SummaryPart whole(Table table) {
        return new SummaryPart(table.rows().size(), true, _ -> table);
    }

    /** A table of the first items of a list. If it is cut, its last line has the number of the others. */
    static <T> SummaryPart of(List<T> items, Function<Listing<T>, Table> table) {
        return of(List.of(items), items.size(), table);
    }

    /**
     * A table of groups that follow each other. If it is cut, each group keeps its first items.
     *
     * @param total number of all items; the groups may contain only the first ones
     */
    static <T> SummaryPart of(List<List<T>> groups, long total, Function<Listing<T>, Table> table) {
        int known = groups.stream().mapToInt(List::size).sum();
        int all = known == 0 ? 0 : known + (total > known ? 1 : 0);
        return new SummaryPart(all, false, lines -> {
            List<T> first = first(groups, total > lines ? lines - 1 : lines);
            return table.apply(new Listing<>(total, total - first.size(), first));
        });
    }

    /** The tables of the parts that have rows, in at most this many lines. The parts share them evenly. */
    static List<Table> tables(List<SummaryPart> parts, int most) {
        List<SummaryPart> shown = parts.stream().filter(part -> part.lines > 0).toList();
        int reserved = shown.stream().filter(SummaryPart::whole).mapToInt(SummaryPart::lines).sum();
        List<Integer> shared = shares(shown.stream().map(part -> part.whole ? 0 : part.lines).toList(),
                most - AROUND * shown.size() - reserved);
        return IntStream.range(0, shown.size())
                .filter(i -> shown.get(i).whole || shared.get(i) > 0)
                .mapToObj(i -> shown.get(i).table.apply(shared.get(i)))
                .toList();
    }

    private static <T> List<T> first(List<List<T>> groups, int most) {
        List<Integer> taken = shares(groups.stream().map(List::size).toList(), most);
        return IntStream.range(0, groups.size())
                .boxed()
                .flatMap(i -> groups.get(i).stream().limit(taken.get(i)))
                .toList();
    }

    /** Distributes a number evenly, so that nobody gets more than wanted. */
    private static List<Integer> shares(List<Integer> wanted, int most) {
        List<Integer> shares = new ArrayList<>(Collections.nCopies(wanted.size(), 0));
        int left = most;
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < shares.size() && left > 0; i++) {
                if (shares.get(i) < wanted.get(i)) {
                    shares.set(i, shares.get(i) + 1);
                    left--;
                    more = true;
                }
            }
        }
        return shares;
    }
}
