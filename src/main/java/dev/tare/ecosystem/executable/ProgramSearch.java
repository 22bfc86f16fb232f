package dev.tare.ecosystem.executable;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.tare.content.Finding;
import dev.tare.content.NativeCode;
import dev.tare.content.StreamCollector.Observation;
import dev.tare.ecosystem.NamedPackage;
import org.jspecify.annotations.Nullable;

/**
 * Searches an ELF file for the version of a program while the file streams by. The first text of the table that matches
 * counts. The file is searched in pieces of a constant size, with a search of the JDK that compares many bytes at once.
 */
final class ProgramSearch implements Observation {

    private static final int WINDOW = 1 << 16;

    /** The bytes that follow a place whose text may be longer than the window, and precede one in the next window. */
    private static final int MARGIN = Evidence.MAX_LENGTH + 64;

    /** The maximum number of places to compare with a pattern. Each takes microseconds. */
    private static final int MAX_PLACES = 10_000;

    private final List<Candidate> candidates;

    private final byte[] window = new byte[WINDOW];

    private int filled;

    private boolean started;

    private boolean ended;

    private int places;

    private @Nullable NamedPackage found;

    ProgramSearch(String path) {
        this.candidates = ProgramTable.of(path)
                .stream()
                .flatMap(program -> program.evidence(path).stream().map(one -> new Candidate(program.name(), one)))
                .toList();
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && !this.ended) {
            int count = Math.min(end - at, WINDOW - this.filled);
            System.arraycopy(bytes, at, this.window, this.filled, count);
            this.filled += count;
            at += count;
            if (this.filled == WINDOW) {
                search(WINDOW - MARGIN);
                System.arraycopy(this.window, WINDOW - 2 * MARGIN, this.window, 0, 2 * MARGIN);
                this.filled = 2 * MARGIN;
            }
        }
    }

    /** @param limit end of the places to search */
    private void search(int limit) {
        if (!this.started) {
            this.started = true;
            this.ended = !NativeCode.isElf(this.window);
        }
        String content = this.ended ? "" : new String(this.window, 0, this.filled, StandardCharsets.ISO_8859_1);
        for (Candidate candidate : this.candidates) {
            String anchor = candidate.evidence.anchor();
            for (int at = content.indexOf(anchor); at >= 0 && at < limit && !this.ended; at =
                    content.indexOf(anchor, at + 1)) {
                take(candidate, content, at);
            }
        }
    }

    private void take(Candidate candidate, String content, int at) {
        String version = candidate.evidence.versionAt(content, at);
        this.found = version == null ? null : new NamedPackage(candidate.program, version);
        this.places++;
        this.ended = version != null || this.places == MAX_PLACES;
    }

    @Override
    public @Nullable Finding finish() {
        if (!this.ended) {
            search(this.filled);
        }
        return this.found;
    }

    private record Candidate(String program, Evidence evidence) {}
}
