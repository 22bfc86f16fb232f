package dev.tare.source.archive;

import java.io.Console;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.Platform;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.source.ImageArgument;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.LayerReader;
import dev.tare.source.Progress;
import dev.tare.source.ReadFailures;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.format.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * An archive on standard input, which streams by once.
 *
 * @param text      as given
 * @param imageName the image to select in the archive, or {@code null} for the only one
 */
public record StandardInput(String text, @Nullable String imageName) implements ImageArgument {

    private static final String NAME = "standard input";

    private static final Pattern FORM = Pattern.compile("(?:archive:)?-(?:#(.+))?");

    /** The file of standard input on Unix, and a link to its place on Linux. */
    private static final Path FILE = Path.of("/dev/stdin");

    private static final Path LINK = Path.of("/proc/self/fd/0");

    private static final List<String> TERMINALS = List.of("/dev/pts/", "/dev/tty", "/dev/console");

    /**
     * Parses {@code -} or {@code -#NAME}, also after {@code archive:}. The path {@code ./-} is a file of that name.
     *
     * @return {@code null} if the text has another form
     */
    public static @Nullable StandardInput parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? new StandardInput(text, matcher.group(1)) : null;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean contains(Path file) {
        try {
            return Files.isRegularFile(FILE) && Files.exists(file) && Files.isSameFile(FILE, file);
        } catch (IOException ex) {
            return false;
        }
    }

    @Override
    public boolean isReadOnce() {
        return true;
    }

    @Override
    public ImageSource open(@Nullable Platform platform, Limits limits) {
        return new Source(new ImageSelection(this.imageName, platform), limits);
    }

    private static boolean isTerminal() {
        try {
            return TERMINALS.stream().anyMatch(Files.readSymbolicLink(LINK).toString()::startsWith);
        } catch (IOException | UnsupportedOperationException ex) {
            return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        }
    }

    private record Source(ImageSelection selection, Limits limits) implements ImageSource {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public <T> ImageContents<T> read(LayerReader<T> reader, KnownLayers<T> known, ImageBudget budget,
                Progress progress) {
            if (isTerminal()) {
                throw UnsupportedImageException.terminal();
            }
            try {
                PushbackInputStream in = new PushbackInputStream(System.in);
                int first = in.read();
                if (first < 0) {
                    throw UnsupportedImageException.emptyInput();
                }
                in.unread(first);
                return new StreamSource(NAME, in, this.selection, this.limits).read(reader, known, budget, progress);
            } catch (IOException ex) {
                throw ReadFailures.of(NAME, ex);
            }
        }
    }
}
