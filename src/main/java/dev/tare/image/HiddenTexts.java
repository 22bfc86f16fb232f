package dev.tare.image;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Digests of the texts of an image in which secrets are masked. A random key of the process protects them, so that
 * masked texts can be compared but not guessed. No output contains them.
 */
public record HiddenTexts(Map<Place, String> digests) {

    /** Nothing is masked. */
    public static final HiddenTexts NONE = new HiddenTexts(Map.of());

    public HiddenTexts {
        digests = Map.copyOf(digests);
    }

    /** The digest of the original text, or {@code null} if nothing in it is masked. */
    public @Nullable String digest(ConfigField field, @Nullable String key) {
        return this.digests.get(new Place(field, key));
    }

    /** Contains only the number of digests, because logs and other outputs may print a record. */
    @Override
    public String toString() {
        return "HiddenTexts[" + this.digests.size() + "]";
    }

    /**
     * The place of a text in an image.
     *
     * @param key the masked name of a variable, label, annotation, port or volume; {@code null} for other fields
     */
    public record Place(ConfigField field, @Nullable String key) {}
}
