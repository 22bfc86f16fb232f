package dev.tare.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of an answer: of a known length, in chunks, or until the connection ends.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, chunked transfer coding</a>
 */
final class AnswerBody extends InputStream {

    /** Bytes of the line before a chunk, with its extensions, and of all lines after the last chunk. */
    private static final int MAX_LINE = 8 << 10;

    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,15})[ \\t]*(;.*)?");

    private final InputStream in;

    private final Form form;

    private final long length;

    /** Bytes of the body, or of the chunk, that are still to come. */
    private long left;

    private boolean inChunk;

    private boolean ended;

    private AnswerBody(InputStream in, Form form, long left) {
        this.in = in;
        this.form = form;
        this.length = left;
        this.left = left;
    }

    static AnswerBody ofLength(InputStream in, long length) {
        return new AnswerBody(in, Form.LENGTH, length);
    }

    static AnswerBody chunked(InputStream in) {
        return new AnswerBody(in, Form.CHUNKS, 0);
    }

    /** Nothing shows whether this body is complete. */
    static AnswerBody untilEnd(InputStream in) {
        return new AnswerBody(in, Form.UNTIL_END, Long.MAX_VALUE);
    }

    /** The stated bytes. Chunks have their own lengths. */
    OptionalLong length() {
        return this.form == Form.LENGTH ? OptionalLong.of(this.length) : OptionalLong.empty();
    }

    /** Whether all bytes were read, and the end of the body is known. */
    boolean isComplete() {
        return switch (this.form) {
            case LENGTH -> this.left == 0;
            case CHUNKS -> this.ended;
            case UNTIL_END -> false;
        };
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws IOException if the connection breaks, waits too long, or ends before the body */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (this.left == 0 && this.form == Form.CHUNKS && !this.ended) {
            nextChunk();
        }
        if (this.left == 0 || this.ended) {
            return -1;
        }
        int count = this.in.read(bytes, offset, (int) Math.min(length, this.left));
        if (count > 0) {
            this.left -= count;
        } else if (this.form == Form.UNTIL_END) {
            this.ended = true;
        } else {
            throw new EOFException("it closes the connection before the end of its answer");
        }
        return count;
    }

    private void nextChunk() throws IOException {
        LineReader lines = new LineReader(this.in, MAX_LINE);
        if (this.inChunk && !lines.next().isEmpty()) {
            throw new ProtocolException("a chunk of its answer is longer than its length");
        }
        Matcher matcher = CHUNK.matcher(lines.next());
        if (!matcher.matches()) {
            throw new ProtocolException("a chunk of its answer has an invalid length");
        }
        this.inChunk = true;
        this.left = Long.parseLong(matcher.group(1), 16);
        if (this.left == 0) {
            while (!lines.next().isEmpty()) {
                // Nothing in a trailer matters.
            }
            this.ended = true;
        }
    }

    private enum Form {

        LENGTH, CHUNKS, UNTIL_END
    }
}
