package dev.tare.image;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Digests of the texts of an image in which secrets are hidden. They are keyed with a random key of the process, so
 * that hidden texts can be compared but not guessed. No output contains them.
 */
public record HiddenTexts(Map<Place, String> digests) {

    /** Nothing is hidden. */
    public static final HiddenTexts NONE = new HiddenTexts(Map.of());

    public HiddenTexts {
        digests = Map.copyOf(digests);
    }

    /** The digest of a text as it was, or {@code null} if nothing in it is hidden. */
    public @Nullable String digest(ConfigField field, @Nullable String key) {
        return this.digests.get(new Place(field, key));
    }

    /** The number of digests and none of them, since a record may get into an output. */
    @Override
    public String toString() {
        return "HiddenTexts[" + this.digests.size() + "]";
    }

    /**
     * Where in an image a text is.
     *
     * @param key the masked name of a variable, label, annotation, port or volume; {@code null} for other fields
     */
    public record Place(ConfigField field, @Nullable String key) {}
}
