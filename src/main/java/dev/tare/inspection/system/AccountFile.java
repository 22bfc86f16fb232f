package dev.tare.inspection.system;

import java.util.List;

import dev.tare.content.Finding;

/** The lines of a file of users, groups or passwords. */
record AccountFile(List<AccountLine> lines) implements Finding {

    public AccountFile {
        lines = List.copyOf(lines);
    }

    @Override
    public long length() {
        return this.lines.stream().mapToLong(AccountLine::length).sum();
    }
}
