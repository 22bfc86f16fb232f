package dev.tare.source.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.limits.Limits;
import dev.tare.source.ImageArgument;
import dev.tare.source.ImageSource;
import dev.tare.source.format.ImageSelection;
import org.jspecify.annotations.Nullable;

/**
 * The path of an archive or of a folder with an OCI image layout.
 *
 * @param text      as given
 * @param imageName the image to select in the archive, or {@code null} for the only one
 */
public record ArchivePath(String text, Path path, @Nullable String imageName) implements ImageArgument {

    private static final String EXPECTED = "a path, or path#name";

    /** The JVM reads and writes paths in the locale's encoding. */
    private static final String WRITABLE = ", in characters of this locale; LC_ALL=C.UTF-8 has all characters";

    /**
     * Parses {@code PATH} or {@code PATH#NAME}. A text that exists as a path is a path, even with a {@code #} in it.
     * Otherwise the name begins after the last {@code #}.
     *
     * @throws InvalidValueException if the text cannot be a path
     */
    public static ArchivePath parse(String text) {
        int hash = text.lastIndexOf('#');
        if (hash <= 0 || hash == text.length() - 1 || exists(text)) {
            return new ArchivePath(text, path(text), null);
        }
        return new ArchivePath(text, path(text.substring(0, hash)), text.substring(hash + 1));
    }

    @Override
    public String name() {
        return ArchiveSources.nameOf(this.path);
    }

    @Override
    public void check() throws IOException {
        if (Files.notExists(this.path)) {
            throw new NoSuchFileException(this.path.toString());
        }
    }

    @Override
    public boolean contains(Path file) throws IOException {
        if (Files.notExists(file) || Files.notExists(this.path)) {
            return false;
        }
        return Files.isDirectory(this.path) ? file.toRealPath().startsWith(this.path.toRealPath())
                : Files.isSameFile(this.path, file);
    }

    @Override
    public ImageSource open(@Nullable Platform platform, Limits limits) {
        return ArchiveSources.open(this.path, new ImageSelection(this.imageName, platform), limits);
    }

    private static boolean exists(String text) {
        try {
            return UndecodedPath.find(text) != null || Files.exists(Path.of(text));
        } catch (InvalidPathException ex) {
            return false;
        }
    }

    private static Path path(String text) {
        Path undecoded = UndecodedPath.find(text);
        if (undecoded != null) {
            return undecoded;
        }
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException ex) {
            throw new InvalidValueException("image", text, EXPECTED + (isAscii(text) ? "" : WRITABLE));
        }
        throw new InvalidValueException("image", text, EXPECTED);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
