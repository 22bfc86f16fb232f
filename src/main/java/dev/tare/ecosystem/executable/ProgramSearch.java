package dev.tare.ecosystem.executable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.content.Finding;
import dev.tare.content.NativeCode;
import dev.tare.content.NotRead;
import dev.tare.content.StreamCollector.Observation;
import dev.tare.content.Unread;
import dev.tare.ecosystem.NamedPackage;
import org.jspecify.annotations.Nullable;

/**
 * Searches an ELF file for the version of a program while the file streams by. The first text of the table that the file
 * contains counts, wherever it is, and the first place with this text. The file is searched in pieces of a constant
 * size, with a search of the JDK that compares many bytes at once.
 */
final class ProgramSearch implements Observation {

    private static final int WINDOW = 1 << 16;

    /** The bytes that follow a place whose text may be longer than the window, and precede one in the next window. */
    private static final int MARGIN = Evidence.MAX_LENGTH + 64;

    /**
     * The maximum number of places to compare with a text: this number and one more for each KiB. Each takes
     * microseconds, so that the time depends on the size of the file.
     */
    private static final int MAX_PLACES = 1000;

    /** The length of ELF's magic number. */
    private static final int MAGIC = 4;

    private final String path;

    private List<Candidate> candidates = List.of();

    /** The window, or the first bytes until the file is known to be ELF. */
    private byte[] window = new byte[MAGIC];

    private int filled;

    /** The part of the window whose places were searched. */
    private int searched;

    private boolean ended;

    private long places = MAX_PLACES << 10;

    private @Nullable Finding found;

    ProgramSearch(String path) {
        this.path = path;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && !this.ended) {
            int count = Math.min(end - at, this.window.length - this.filled);
            System.arraycopy(bytes, at, this.window, this.filled, count);
            this.filled += count;
            this.places += count;
            at += count;
            if (this.filled == MAGIC) {
                start();
            } else if (this.filled == WINDOW) {
                search(WINDOW - MARGIN);
                System.arraycopy(this.window, WINDOW - 2 * MARGIN, this.window, 0, 2 * MARGIN);
                this.filled = 2 * MARGIN;
                this.searched = MARGIN;
            }
        }
    }

    private void start() {
        if (this.window.length > MAGIC) {
            return;
        }
        this.ended = !NativeCode.isElf(this.window);
        if (!this.ended) {
            this.window = Arrays.copyOf(this.window, WINDOW);
            this.candidates = ProgramTable.of(this.path).stream().flatMap(this::candidates).toList();
        }
    }

    private Stream<Candidate> candidates(Program program) {
        return program.texts()
                .stream()
                .flatMap(text -> Stream.ofNullable(text.in(this.path.substring(this.path.lastIndexOf('/') + 1))))
                .map(text -> new Candidate(program.name(), text));
    }

    /** Searches for the texts before the one that was found. */
    private void search(int limit) {
        String content = new String(this.window, 0, this.filled, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < this.candidates.size() && !this.ended; i++) {
            String anchor = this.candidates.get(i).evidence.anchor();
            int at = content.indexOf(anchor, this.searched);
            while (at >= 0 && at < limit && !this.ended && i < this.candidates.size()) {
                compare(i, content, at);
                at = content.indexOf(anchor, at + 1);
            }
        }
    }

    private void compare(int index, String content, int at) {
        Candidate candidate = this.candidates.get(index);
        String version = candidate.evidence.versionAt(content, at);
        this.places -= 1 << 10;
        if (version != null) {
            this.found = new NamedPackage(candidate.program, version);
            this.candidates = this.candidates.subList(0, index);
            this.ended = index == 0;
        } else if (this.places < 0) {
            this.found = new NotRead(Unread.Subject.LANGUAGE_PACKAGE,
                    "The version of this program is unknown, because too many places look like a version.");
            this.ended = true;
        }
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
