package dev.tare.source.open;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.tare.engine.Engines;
import dev.tare.image.InvalidValueException;
import dev.tare.registry.Registries;
import dev.tare.source.ImageArgument;
import dev.tare.source.archive.ArchivePath;
import dev.tare.source.archive.StandardInput;
import dev.tare.source.engine.EngineArgument;
import dev.tare.source.registry.RegistryArgument;

/** The kinds of source. The form of a given text decides which kind reads the image. */
public final class ImageSources {

    private static final String EXPECTED = "the path of a file or folder that exists, or the name of an image in a "
            + "registry: [HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST], with lower-case letters in the repository";

    /** Marks of paths. Tare detects whether there is an archive or a folder. */
    private static final List<String> PATH_PREFIXES = List.of("archive:", "oci:");

    /** Beginnings of paths, which no name of an image has. */
    private static final List<String> PATH_STARTS = List.of("/", ".", "~", "-", "@");

    /** Endings of the names of archives. They could be names of images, but nobody means that. */
    private static final List<String> ARCHIVE_ENDS = List.of(".tar", ".tar.gz", ".tgz", ".tar.zst", ".tar.zstd",
            ".tar.xz", ".tar.bz2", ".zip", ".gz", ".zst", "/");

    /** The characters of names of images. */
    private static final Pattern NAME = Pattern.compile("(?!.*://)[a-zA-Z0-9._:/@-]+");

    private final Registries registries;

    private final Engines engines;

    /**
     * @param registries opens the clients for images in registries
     * @param engines    finds the engines for images in engines
     */
    public ImageSources(Registries registries, Engines engines) {
        this.registries = registries;
        this.engines = engines;
    }

    /** All sources that the user that runs Tare can reach. */
    public static ImageSources ofThisUser() {
        return new ImageSources(Registries.ofThisUser(), Engines.ofThisUser());
    }

    /**
     * Finds the source of an image that a person gives as {@code -}, {@code -#NAME}, {@code PATH}, {@code PATH#NAME},
     * {@code archive:PATH}, {@code oci:PATH}, {@code docker://REFERENCE}, {@code podman://REFERENCE},
     * {@code registry://REFERENCE} or {@code REFERENCE}. A path that exists is a path.
     *
     * @throws InvalidValueException if the text has none of these forms
     */
    public ImageArgument parse(String text) {
        if (RegistryArgument.isMarked(text)) {
            return RegistryArgument.parse(text, this.registries);
        }
        if (EngineArgument.kind(text) != null) {
            return EngineArgument.parse(text, this.engines);
        }
        StandardInput input = StandardInput.parse(text);
        if (input != null) {
            return input;
        }
        ImageArgument path = parsePath(text);
        String prefix = PATH_PREFIXES.stream().filter(text::startsWith).findFirst().orElse(null);
        if (prefix != null && !exists(path)) {
            return parsePath(text.substring(prefix.length()));
        }
        if (exists(path) || looksLikePath(text)) {
            return path;
        }
        try {
            return RegistryArgument.parse(text, this.registries);
        } catch (InvalidValueException ex) {
            throw new InvalidValueException("image", text, EXPECTED);
        }
    }

    /**
     * Finds the source of an image that a person gives as {@code PATH} or {@code PATH#NAME}.
     *
     * @throws InvalidValueException if the text has none of these forms
     */
    public static ImageArgument parsePath(String text) {
        return ArchivePath.parse(text);
    }

    private static boolean exists(ImageArgument path) {
        try {
            path.check();
            return true;
        } catch (IOException ex) {
            return false;
        }
    }

    /** Whether the form alone shows that the text is a path and not the name of an image. */
    static boolean isPathByForm(String text) {
        return PATH_PREFIXES.stream().anyMatch(text::startsWith) || looksLikePath(text);
    }

    /** Then a missing file is reported as such. */
    private static boolean looksLikePath(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return PATH_STARTS.stream().anyMatch(text::startsWith) || ARCHIVE_ENDS.stream().anyMatch(lower::endsWith)
                || !NAME.matcher(text).matches();
    }
}
