package dev.tare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table, its first column to the left and the others to the right. */
final class MarkdownTable {

    private final List<String> lines = new ArrayList<>();

    MarkdownTable(String first, List<String> others) {
        row(first, others);
        row(":---", others.stream().map(other -> "---:").toList());
    }

    MarkdownTable row(String first, List<String> others) {
        this.lines.add("| " + String.join(" | ", Stream.concat(Stream.of(first), others.stream()).toList()) + " |");
        return this;
    }

    List<String> lines() {
        return this.lines;
    }
}
