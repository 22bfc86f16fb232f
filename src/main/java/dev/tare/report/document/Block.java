package dev.tare.report.document;

import java.util.List;

/** A part of a section. */
public sealed interface Block permits Block.Paragraph, Block.Bullets, Table, Section {

    /** A sentence or a few. */
    record Paragraph(Line line) implements Block {}

    /** Short statements. */
    record Bullets(String title, List<Line> lines) implements Block {

        public Bullets {
            lines = List.copyOf(lines);
        }
    }
}
