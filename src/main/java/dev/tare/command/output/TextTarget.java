package dev.tare.command.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The destination of a command's text: a file or the terminal. */
public final class TextTarget {

    @Option(names = "--output", paramLabel = "FILE",
            description = "Write to a file instead of standard output. It cannot be an input. A file "
                    + "that exists keeps its content until the new one is complete.")
    private @Nullable Path file;

    /** Whether the destination is a file instead of standard output. */
    boolean isFile() {
        return this.file != null;
    }

    /** Streams a text. A character that UTF-8 cannot encode becomes a question mark, as on the terminal. */
    public void write(PrintWriter terminal, LongText text) throws IOException {
        if (this.file == null) {
            text.write(terminal);
            terminal.flush();
        } else {
            write(text, this.file);
        }
    }

    /** Refuses to overwrite one of these images or files. */
    public void check(List<ImageArgument> images, @Nullable Path... inputs) {
        OutputFile.check(this.file, images, inputs);
    }

    private static void write(LongText text, Path file) {
        OutputFile.write(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write(writer);
            writer.flush();
        });
    }

    /** A text that is streamed. */
    public interface LongText {

        void write(Writer writer) throws IOException;
    }
}
