package dev.tare.image;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads values from a JSON document. Every error names the document and the place in it. Docker writes {@code null} for
 * absent values, so both count as absent.
 */
final class JsonDocument {

    /** A parsed tree takes up to sixty times the memory of its text. No real document has a tenth of these values. */
    private static final long MAX_TOKENS = 250_000;

    /** Errors do not quote invalid JSON, because the content can be anything. */
    private static final ErrorReportConfiguration NO_CONTENT =
            ErrorReportConfiguration.builder().maxErrorTokenLength(0).build();

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .errorReportConfiguration(NO_CONTENT)
            .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
            .build()).build();

    /** Go programs write the first instant of year 1 for a time that is not set. */
    private static final Instant END_OF_YEAR_ONE = Instant.parse("0002-01-01T00:00:00Z");

    /** The years of RFC 3339 have four digits. */
    private static final Instant AFTER_LAST_YEAR = Instant.parse("+10000-01-01T00:00:00Z");

    private final String name;

    private final String place;

    private final JsonNode node;

    private JsonDocument(String name, String place, JsonNode node) {
        this.name = name;
        this.place = place;
        this.node = node;
    }

    /**
     * Parses a whole document with the given reader.
     *
     * @throws InvalidDocumentException if it is not a JSON object, or the reader finds a value of the wrong form
     */
    static <T> T read(String name, byte[] json, Function<JsonDocument, T> reader) {
        return readRoot(name, json,
                document -> reader.apply(document.expect(document.node.isObject(), "a JSON object")));
    }

    /**
     * Parses a list of objects, each with the given reader.
     *
     * @throws InvalidDocumentException if it is not a JSON list of objects, or the reader finds a value of the wrong
     *                                  form
     */
    static <T> List<T> readList(String name, byte[] json, Function<JsonDocument, T> reader) {
        return readRoot(name, json, document -> document.elements().stream().map(reader).toList());
    }

    private static <T> T readRoot(String name, byte[] json, Function<JsonDocument, T> reader) {
        try {
            return reader.apply(new JsonDocument(name, "", MAPPER.readTree(json)));
        } catch (StreamConstraintsException ex) {
            throw new InvalidDocumentException(name, "it is larger or more deeply nested than the documents of images",
                    ex);
        } catch (JacksonException ex) {
            throw new InvalidDocumentException(name, "it is not JSON" + place(ex.getLocation()), ex);
        } catch (InvalidValueException ex) {
            throw new InvalidDocumentException(name, ex);
        }
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1 ? ""
                : " (at line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /** The content, for readers that only need some parts of it. */
    JsonNode node() {
        return this.node;
    }

    boolean isAbsent() {
        return this.node.isMissingNode() || this.node.isNull();
    }

    JsonDocument optional(String key) {
        JsonDocument child = child(key);
        return child.isAbsent() ? child : child.expect(child.node.isObject(), "an object");
    }

    JsonDocument required(String key) {
        JsonDocument child = child(key);
        return child.expect(child.node.isObject(), "an object");
    }

    List<JsonDocument> list(String key) {
        JsonDocument child = child(key);
        return child.isAbsent() ? List.of() : child.elements();
    }

    /** A list with a bound that no real document reaches. */
    List<JsonDocument> list(String key, int max) {
        JsonDocument child = child(key);
        if (child.node.size() > max) {
            throw new InvalidDocumentException(this.name, child.place + " has " + child.node.size()
                    + " entries, more than the limit of " + max, null);
        }
        return list(key);
    }

    private List<JsonDocument> elements() {
        expect(this.node.isArray(), "a list");
        List<JsonDocument> elements = new ArrayList<>();
        for (JsonNode element : this.node) {
            JsonDocument document = new JsonDocument(this.name, this.place + "[" + elements.size() + "]", element);
            elements.add(document.expect(element.isObject(), "an object"));
        }
        return elements;
    }

    @Nullable
    String text(String key) {
        JsonDocument child = child(key);
        return child.isAbsent() ? null : child.asText();
    }

    String textOr(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    List<String> textList(String key) {
        JsonDocument child = child(key);
        if (child.isAbsent()) {
            return List.of();
        }
        child.expect(child.node.isArray(), "a list of strings");
        return child.node.valueStream()
                .map(element -> new JsonDocument(this.name, child.place + "[]", element))
                .map(JsonDocument::asText)
                .toList();
    }

    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonDocument child = optional(key);
        child.node.propertyNames().forEach(property -> texts.put(property, child.textOr(property, "")));
        return texts;
    }

    SortedSet<String> keys() {
        return new TreeSet<>(this.node.propertyNames());
    }

    SortedSet<String> keys(String key) {
        return optional(key).keys();
    }

    boolean flag(String key) {
        return child(key).node.booleanValue(false);
    }

    /** A time, or {@code null} if it is absent or in year 1. */
    @Nullable
    Instant instant(String key) {
        String text = text(key);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(AFTER_LAST_YEAR)) {
                throw new DateTimeException("a year with more than four digits");
            }
            return instant.isBefore(END_OF_YEAR_ONE) ? null : instant;
        } catch (DateTimeException ex) {
            throw new InvalidDocumentException(this.name, child(key).place + " is not a date and time as in RFC 3339",
                    ex);
        }
    }

    Platform platform() {
        return new Platform(textOr("os", "linux"), textOr("architecture", "unknown"), text("variant"));
    }

    Descriptor descriptor() {
        JsonDocument platform = optional("platform");
        return new Descriptor(new MediaType(textOr("mediaType", "")), Digest.parse(requiredText("digest")),
                requiredNumber("size"), texts("annotations"), platform.isAbsent() ? null : platform.platform(),
                text("artifactType"));
    }

    /** The digest of the subject as it is stated, or {@code null}. A subject without a valid digest is one, too. */
    @Nullable
    String subject() {
        JsonDocument subject = optional("subject");
        return subject.isAbsent() ? null : subject.node.path("digest").stringValue("");
    }

    String requiredText(String key) {
        return child(key).asText();
    }

    private long requiredNumber(String key) {
        return child(key).asNumber();
    }

    long numberOr(String key, long otherwise) {
        JsonDocument child = child(key);
        return child.isAbsent() ? otherwise : child.asNumber();
    }

    private long asNumber() {
        return expect(this.node.isIntegralNumber() && this.node.canConvertToLong(), "a number").node.longValue();
    }

    private String asText() {
        return expect(this.node.isString(), "a string").node.stringValue();
    }

    private JsonDocument child(String key) {
        return new JsonDocument(this.name, this.place.isEmpty() ? key : this.place + "." + key, this.node.path(key));
    }

    private JsonDocument expect(boolean holds, String kind) {
        if (!holds) {
            throw new InvalidDocumentException(this.name,
                    (this.place.isEmpty() ? "it" : this.place) + " is not " + kind, null);
        }
        return this;
    }
}
