package dev.tare.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON document of an image from its beginning to its end, and keeps nothing of it. It is at one value at a
 * time. Each method reads this whole value.
 */
public final class BoundedJson {

    /** Ten times the largest documents that package managers write. */
    private static final long MAX_SIZE = 64L << 20;

    private static final int MAX_DEPTH = 100;

    /** Characters of a text that is kept. Others may have any length. */
    private static final int MAX_TEXT = 1 << 16;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private static final JsonFactory JSON = JsonFactory.builder()
            .errorReportConfiguration(ErrorReportConfiguration.builder().maxErrorTokenLength(0).build())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_SIZE)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();

    private final JsonParser json;

    private BoundedJson(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a document.
     *
     * @param document reads the value of the document
     * @throws UnreadableDatabaseException if it is not JSON or exceeds a bound
     * @throws IOException                 only if the content cannot be read
     */
    public static void read(InputStream content, Consumer<BoundedJson> document) throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text(content))) {
            if (parser.nextToken() == null) {
                throw new UnreadableDatabaseException("it is empty");
            }
            document.accept(new BoundedJson(parser));
        } catch (StreamConstraintsException ex) {
            throw new UnreadableDatabaseException("it has more than " + (MAX_SIZE >> 20) + " MiB, more than "
                    + MAX_DEPTH + " levels, or a number, name or text that is too long");
        } catch (JacksonException ex) {
            if (ex.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new UnreadableDatabaseException("it is not JSON");
        }
    }

    /**
     * The content as UTF-8 without a byte order mark, with which shells of Windows begin a file. From bytes, a parser would
     * detect other encodings, which package managers and scanners do not write.
     */
    public static Reader text(InputStream content) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Passes on the key of each member of an object. The action reads its value. Other values have no members. */
    public void readObject(Consumer<String> member) {
        if (this.json.currentToken() != JsonToken.START_OBJECT) {
            skip();
            return;
        }
        for (String key = this.json.nextName(); key != null; key = this.json.nextName()) {
            this.json.nextToken();
            member.accept(key);
        }
    }

    /** Runs the action at each element of a list, which it reads. Other values have no elements. */
    public void readList(Runnable element) {
        if (this.json.currentToken() != JsonToken.START_ARRAY) {
            skip();
            return;
        }
        while (this.json.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    /** Runs the action at each element of a list, or at the value itself if it is no list. */
    public void readEach(Runnable value) {
        if (isList()) {
            readList(value);
        } else {
            value.run();
        }
    }

    public boolean isList() {
        return this.json.currentToken() == JsonToken.START_ARRAY;
    }

    public boolean isObject() {
        return this.json.currentToken() == JsonToken.START_OBJECT;
    }

    /** The text, or {@code null} if it is another value or blank. */
    public @Nullable String text() {
        if (this.json.currentToken() != JsonToken.VALUE_STRING) {
            skip();
            return null;
        }
        String text = this.json.getString();
        return text.isBlank() ? null : text;
    }

    /** The texts of these members of an object. The last of several with one key counts, as in JavaScript. */
    public Map<String, String> texts(String... keys) {
        Map<String, String> texts = new HashMap<>();
        Set<String> wanted = Set.of(keys);
        readObject(key -> {
            if (wanted.contains(key)) {
                putText(key, texts);
            } else {
                skip();
            }
        });
        return texts;
    }

    /** Puts the text into a map. A value that is no text replaces the text of an earlier member with the same key. */
    public void putText(String key, Map<String, String> texts) {
        String text = text();
        if (text == null) {
            texts.remove(key);
        } else {
            texts.put(key, text);
        }
    }

    public void skip() {
        this.json.skipChildren();
    }
}
