package dev.tare.web.html;

import java.util.Iterator;
import java.util.function.Consumer;

/** Joins short steps to pieces of HTML, because a template takes some microseconds for each piece. */
final class HtmlPieces implements Iterator<String> {

    /** A piece ends with the step that reaches this number of characters. */
    private static final int SIZE = 1 << 14;

    private final Iterator<Consumer<StringBuilder>> steps;

    HtmlPieces(Iterator<Consumer<StringBuilder>> steps) {
        this.steps = steps;
    }

    @Override
    public boolean hasNext() {
        return this.steps.hasNext();
    }

    @Override
    public String next() {
        StringBuilder html = new StringBuilder();
        do {
            this.steps.next().accept(html);
        } while (this.steps.hasNext() && html.length() < SIZE);
        return html.toString();
    }
}
