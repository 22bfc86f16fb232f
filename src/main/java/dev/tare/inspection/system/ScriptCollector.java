package dev.tare.inspection.system;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Finding;
import dev.tare.content.NativeCode;
import dev.tare.content.StreamCollector;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the interpreter of an executable script from its first line. A file of another format may be a script too, such
 * as a jar with a start script before its entries: the kernel only reads the first line, and starts its interpreter. A
 * jar whose start script has no such line is not a script, because the kernel does not start it.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/execve.2.html">execve(2), interpreter scripts</a>
 */
final class ScriptCollector implements StreamCollector {

    private static final String MARK = "#!";

    /** The part of the line that the kernel reads, with {@code #!}. */
    private static final int MAX_LINE = 256;

    /** A program with an argument or option, such as {@code /usr/bin/env python3}. Each is too short for a secret. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[\\w.+-]{1,9}){1,9}+(?: (?:-\\w|\\w[\\w.+-]{0,8}))?");

    @Override
    public boolean wants(TarEntry file) {
        return NativeCode.isExecutable(file.mode()) && file.size() > MARK.length();
    }

    @Override
    public Observation observe(TarEntry file) {
        return new FirstLine((int) Math.min(file.size(), MAX_LINE));
    }

    /** Keeps the beginning of a file. */
    private static final class FirstLine implements Observation {

        private final byte[] start;

        private int length;

        FirstLine(int size) {
            this.start = new byte[size];
        }

        @Override
        public void update(byte[] bytes, int offset, int count) {
            int more = Math.min(count, this.start.length - this.length);
            System.arraycopy(bytes, offset, this.start, this.length, more);
            this.length += more;
        }

        @Override
        public @Nullable Finding finish() {
            String text = new String(this.start, 0, this.length, StandardCharsets.UTF_8);
            if (!text.startsWith(MARK)) {
                return null;
            }
            int end = text.indexOf('\n');
            String interpreter = text.substring(MARK.length(), end < 0 ? lastWord(text) : end).strip();
            return interpreter.isEmpty() ? null : new Script(masked(interpreter));
        }

        /**
         * The end of the text, or of the words that are whole in it: half a secret cannot be recognized. The kernel
         * starts nothing whose path is not whole.
         */
        private int lastWord(String text) {
            return this.length < MAX_LINE ? text.length() : Math.max(text.lastIndexOf(' '), MARK.length());
        }

        /** Findings stay in memory, and an image may have thousands of scripts. */
        private static String masked(String interpreter) {
            return PLAIN.matcher(interpreter).matches() ? interpreter : Redaction.text(interpreter);
        }
    }
}
