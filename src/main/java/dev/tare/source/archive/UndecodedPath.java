package dev.tare.source.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tare.image.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Finds a file whose name has bytes that are no text in the encoding of the locale. Java decodes each of them as the
 * replacement character, in arguments and in the names of a folder, but only the latter keep their bytes.
 */
final class UndecodedPath {

    private static final String REPLACEMENT = "\ufffd";

    private UndecodedPath() {}

    /**
     * The existing file with this name, or {@code null} if all bytes of the name are text or there is no such file.
     *
     * @throws InvalidValueException if several files have the same name in this encoding
     */
    static @Nullable Path find(String text) {
        if (!text.contains(REPLACEMENT)) {
            return null;
        }
        Path path = Path.of(text.startsWith("/") ? "/" : "");
        for (String name : text.split("/+")) {
            Path next = !name.contains(REPLACEMENT) ? path.resolve(name) : child(path, name, text);
            if (next == null) {
                return null;
            }
            path = next;
        }
        return Files.exists(path) ? path : null;
    }

    private static @Nullable Path child(Path folder, String name, String text) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (file.getFileName().toString().equals(name)) {
                    found.add(file);
                }
            }
        } catch (IOException ex) {
            return null;
        }
        if (found.size() > 1) {
            throw new InvalidValueException("image", text, "the path of one file, but " + found.size()
                    + " files have this name in the encoding of this locale; rename one of them, or set LC_ALL=C.UTF-8");
        }
        return found.isEmpty() ? null : found.getFirst();
    }
}
