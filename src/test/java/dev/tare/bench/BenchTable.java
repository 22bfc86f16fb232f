package dev.tare.bench;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
final class BenchTable {

    private final List<String> lines = new ArrayList<>();

    BenchTable(String... heads) {
        row(heads);
        this.lines.add("|---|" + "---:|".repeat(heads.length - 1));
    }

    BenchTable row(String... cells) {
        this.lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", this.lines);
    }
}
