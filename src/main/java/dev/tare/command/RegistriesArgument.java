package dev.tare.command;

import java.nio.file.Path;

import dev.tare.command.output.FilePath;
import org.jspecify.annotations.Nullable;

/** The file that configures registries. The images before and after the option use it. */
final class RegistriesArgument {

    private @Nullable Path file;

    /** Sets the value of the option. */
    RegistriesArgument select(String text) {
        this.file = FilePath.parse(text);
        return this;
    }

    /** The file, or {@code null} without the option. */
    @Nullable
    Path file() {
        return this.file;
    }
}
