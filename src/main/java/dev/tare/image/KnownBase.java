package dev.tare.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An image that others are built on.
 *
 * @param name     such as {@code registry.example.com/java:25}
 * @param digest   of its manifest or index, or {@code null} if it is not known
 * @param id       the digest of its config, or {@code null} if it is not known
 * @param platform {@code null} if it is not known
 * @param diffIds  the lowest layer first, at least one
 */
public record KnownBase(String name, @Nullable Digest digest, @Nullable Digest id, @Nullable Platform platform,
        List<DiffId> diffIds) {

    /** The version of the form of documents that list known bases. */
    public static final int SCHEMA_VERSION = 1;

    private static final int MAX_BASES = 10_000;

    private static final int MAX_NAME = 1_000;

    private static final int MAX_LAYERS = 4_096;

    private static final Set<String> MEMBERS = Set.of("name", "digest", "id", "platform", "diffIds");

    public KnownBase {
        diffIds = List.copyOf(diffIds);
    }

    /** An image as a base of others. */
    public static KnownBase of(Image image) {
        return new KnownBase(image.name(), image.manifestDigest(), image.id(), image.config().platform(),
                image.config().diffIds());
    }

    /**
     * Parses a document that lists known bases, in the form of {@code schema/bases.json}.
     *
     * @param name the name of the document for errors
     * @throws InvalidBasesException if it has another form, or exceeds a bound
     */
    public static List<KnownBase> parse(String name, byte[] json) {
        try {
            return JsonDocument.read(name, json, document -> bases(name, document));
        } catch (InvalidBasesException ex) {
            throw ex;
        } catch (InvalidDocumentException ex) {
            throw new InvalidBasesException(name, ex.problem(), ex);
        }
    }

    /** A copy with another name. */
    public KnownBase withName(String name) {
        return new KnownBase(name, this.digest, this.id, this.platform, this.diffIds);
    }

    /** Whether its layers are the lowest of these, or all of them. */
    public boolean isBelow(List<DiffId> layers) {
        return !this.diffIds.isEmpty() && this.diffIds.size() <= layers.size()
                && layers.subList(0, this.diffIds.size()).equals(this.diffIds);
    }

    private static List<KnownBase> bases(String name, JsonDocument document) {
        if (document.numberOr("schemaVersion", SCHEMA_VERSION) != SCHEMA_VERSION) {
            throw new InvalidBasesException(name, "schemaVersion is not " + SCHEMA_VERSION, null);
        }
        if (!document.node().path("bases").isArray()) {
            throw new InvalidBasesException(name, "it has no list \"bases\"", null);
        }
        List<JsonDocument> entries = document.list("bases", MAX_BASES);
        List<KnownBase> bases = new ArrayList<>();
        for (JsonDocument entry : entries) {
            String place = "bases[" + bases.size() + "]";
            entry.keys().stream().filter(key -> !MEMBERS.contains(key)).findFirst().ifPresent(key -> {
                throw new InvalidBasesException(name, place + " has the unknown member \"" + key + "\"", null);
            });
            try {
                bases.add(from(entry));
            } catch (InvalidDocumentException ex) {
                throw ex;
            } catch (InvalidValueException ex) {
                throw new InvalidBasesException(name, place + " is invalid: " + ex.getMessage(), ex);
            }
        }
        return List.copyOf(bases);
    }

    private static KnownBase from(JsonDocument entry) {
        String name = entry.requiredText("name");
        List<String> diffIds = entry.textList("diffIds");
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new InvalidValueException("name of a base image", name, "1 to " + MAX_NAME + " characters");
        }
        if (diffIds.isEmpty() || diffIds.size() > MAX_LAYERS) {
            throw new InvalidValueException("list diffIds", diffIds.size() + " elements", "1 to " + MAX_LAYERS);
        }
        return new KnownBase(name, digest(entry.text("digest")), digest(entry.text("id")),
                platform(entry.text("platform")), diffIds.stream().map(DiffId::parse).toList());
    }

    private static @Nullable Digest digest(@Nullable String text) {
        return text == null ? null : Digest.parse(text);
    }

    private static @Nullable Platform platform(@Nullable String text) {
        return text == null ? null : Platform.parse(text);
    }
}
