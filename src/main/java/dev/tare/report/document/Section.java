package dev.tare.report.document;

import java.util.List;

/**
 * A part of a document with a title.
 *
 * @param id short and stable, for links to it
 */
public record Section(String id, Line title, List<Block> blocks) implements Block {

    public Section {
        blocks = List.copyOf(blocks);
    }

    public static Section of(String id, String title, List<? extends Block> blocks) {
        return new Section(id, Line.of(title), List.copyOf(blocks));
    }
}
