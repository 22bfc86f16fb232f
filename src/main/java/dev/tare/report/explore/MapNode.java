package dev.tare.report.explore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.comparison.ledger.LedgerDifference;
import dev.tare.comparison.ledger.LineChange;
import dev.tare.inspection.ledger.Chapter;
import org.jspecify.annotations.Nullable;

/**
 * A part of the breakdown of two images: all of it, a chapter, a line, or an owner.
 *
 * @param id       empty for the whole and for owners
 * @param before   visible bytes in the first image
 * @param after    visible bytes in the second image
 * @param children empty for owners
 */
public record MapNode(String id, String name, long before, long after, List<MapNode> children) {

    public MapNode {
        children = List.copyOf(children);
    }

    /** The whole difference, with chapters as children. */
    public static MapNode of(LedgerDifference difference) {
        Map<Chapter, List<MapNode>> chapters = new EnumMap<>(Chapter.class);
        difference.lines()
                .forEach(line -> chapters.computeIfAbsent(line.chapter(), absent -> new ArrayList<>()).add(of(line)));
        List<MapNode> children = new ArrayList<>();
        chapters.forEach((chapter, lines) -> children.add(parent(LineId.of(chapter), chapter.title(), lines)));
        return parent("", "Everything", children);
    }

    /** The part with an identifier, or {@code null}. */
    public static @Nullable MapNode find(MapNode whole, String id) {
        return Stream.concat(Stream.of(whole), whole.children.stream())
                .flatMap(node -> Stream.concat(Stream.of(node), node.children.stream()))
                .filter(node -> node.id.equals(id))
                .findFirst()
                .orElse(null);
    }

    /**
     * The bytes that its tile shows.
     *
     * @param differing whether it shows only what differs
     */
    public long weight(boolean differing) {
        return !this.children.isEmpty() ? this.children.stream().mapToLong(child -> child.weight(differing)).sum()
                : differing ? Math.abs(this.after - this.before)
                : Math.max(this.before, this.after);
    }

    /** Bytes of all owners that are smaller in the second image. */
    public long less() {
        return this.children.isEmpty() ? Math.max(0, this.before - this.after)
                : this.children.stream().mapToLong(MapNode::less).sum();
    }

    /** Bytes of all owners that are larger in the second image. */
    public long more() {
        return less() + this.after - this.before;
    }

    private static MapNode of(LineChange line) {
        return parent(LineId.of(line.chapter(), line.name()), line.name(),
                line.owners()
                        .stream()
                        .map(owner -> new MapNode("", owner.name(), owner.before(), owner.after(), List.of()))
                        .toList());
    }

    private static MapNode parent(String id, String name, List<MapNode> children) {
        return new MapNode(id, name, children.stream().mapToLong(MapNode::before).sum(),
                children.stream().mapToLong(MapNode::after).sum(), children);
    }
}
