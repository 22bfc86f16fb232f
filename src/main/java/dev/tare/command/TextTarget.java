package dev.tare.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** Where a command writes a text that may be long: into a file, or to the terminal. */
record TextTarget(PrintWriter terminal, @Nullable Path file) {

    void write(LongText text) throws IOException {
        if (this.file == null) {
            text.write(this.terminal);
            this.terminal.flush();
        } else {
            write(text, this.file);
        }
    }

    private static void write(LongText text, Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            text.write(writer);
        } catch (IOException ex) {
            throw new CommandException(Problem.with(file + " cannot be written", ex), ex);
        }
    }

    /** A text that is written as it is made. */
    interface LongText {

        void write(Writer writer) throws IOException;
    }
}
