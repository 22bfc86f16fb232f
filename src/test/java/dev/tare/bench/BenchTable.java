package dev.tare.bench;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
public final class BenchTable {

    private final List<String> lines = new ArrayList<>();

    public BenchTable(String... heads) {
        row(heads);
        this.lines.add("|---|" + "---:|".repeat(heads.length - 1));
    }

    public BenchTable row(String... cells) {
        this.lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", this.lines);
    }
}
