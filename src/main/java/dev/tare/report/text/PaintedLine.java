package dev.tare.report.text;

import java.util.ArrayList;
import java.util.List;

import dev.tare.report.document.VisibleText;

import static java.util.stream.Collectors.joining;

/** A line of a terminal: pieces of text with colors. */
record PaintedLine(List<Span> spans) {

    static final PaintedLine EMPTY = new PaintedLine(List.of());

    PaintedLine {
        spans = List.copyOf(spans);
    }

    static PaintedLine of(String text) {
        return of(text, Ink.PLAIN);
    }

    static PaintedLine of(String text, Ink ink) {
        return new PaintedLine(List.of(new Span(text, ink)));
    }

    PaintedLine indented(String indent) {
        List<Span> all = new ArrayList<>();
        all.add(new Span(indent, Ink.PLAIN));
        all.addAll(this.spans);
        return new PaintedLine(all);
    }

    /** The characters without colors or trailing spaces. A line that is too long ends with an ellipsis, and no color. */
    String text(int width, boolean color) {
        String plain = this.spans.stream().map(Span::text).collect(joining()).stripTrailing();
        return !color || TextLine.width(plain) > width ? VisibleText.shortened(plain, width)
                : this.spans.stream().map(span -> span.ink.paint(span.text)).collect(joining()).stripTrailing();
    }

    /** A piece of text in one color. */
    record Span(String text, Ink ink) {}
}
