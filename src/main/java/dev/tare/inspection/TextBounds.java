package dev.tare.inspection;

import java.nio.charset.StandardCharsets;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of the strings in an inspection, in characters, and how a longer string is cut. Names that tools write are
 * shorter by far. Paths have their own limit, {@code path-length}.
 */
public final class TextBounds {

    /** One string of the config, such as a label or a build step. Checks need a path of programs as a whole. */
    static final int TEXT = 1 << 14;

    /** The path of a jar in a jar, or a sentence. */
    static final int PATH = 4_096;

    /** A name or a version of software. */
    static final int NAME = 512;

    /** All strings of an image that are masked, or searched for passwords. Both take microseconds per character. */
    static final int MASKED = 1 << 19;

    /** All build steps of an image. Each is in the config and in its layer, and masked once. */
    static final int STEPS = 2 * MASKED;

    /** The variables, labels, ports or volumes of an image. */
    static final int ITEMS = 10_000;

    /** Hex digits of a digest in a cut name. No two names can be made to have the same ones. */
    private static final int DIGITS = 32;

    private TextBounds() {}

    /**
     * A string of the config, with its length if it is cut. Its digest is kept elsewhere, because it may hide a secret.
     *
     * @param length of the whole string before it was masked
     */
    static String text(String masked, int length) {
        return cut(masked, TEXT, length, "");
    }

    /** The notice instead of a string that is not shown at all. */
    static String leftOut(int length) {
        return "… (%,d characters)".formatted(length);
    }

    /** A name or version. If it is cut, it ends with its length and a digest, so that different names stay different. */
    public static String name(String name) {
        return distinct(name, NAME);
    }

    /** A name or version, or {@code null}. */
    static @Nullable String optionalName(@Nullable String name) {
        return name == null ? null : name(name);
    }

    /** A path of a jar in a jar, or a sentence. If it is cut, it ends like a name. */
    static String path(String path) {
        return distinct(path, PATH);
    }

    private static String distinct(String text, int most) {
        return text.length() <= most ? text
                : cut(text, most, text.length(), ", sha256:"
                        + Digest.sha256Of(text.getBytes(StandardCharsets.UTF_16BE)).hex().substring(0, DIGITS));
    }

    private static String cut(String text, int most, int length, String digest) {
        if (text.length() <= most) {
            return text;
        }
        String end = "… (%,d characters%s)".formatted(length, digest);
        int kept = most - end.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(kept - 1)) ? kept - 1 : kept) + end;
    }
}
