package dev.tare.toc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.tare.archive.tar.DeviceNumber;
import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.image.Digest;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON document of a table of contents as a stream, and passes on each file. Times, extended attributes, places
 * of content and digests of chunks are skipped.
 */
final class TableDocument {

    private static final int VERSION = 1;

    private static final int MAX_DEPTH = 16;

    /** Characters of a text that is read. Paths are much shorter; extended attributes are skipped. */
    private static final int MAX_TEXT = 1 << 16;

    private static final JsonFactory JSON = JsonFactory.builder()
            .errorReportConfiguration(ErrorReportConfiguration.builder().maxErrorTokenLength(0).build())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private static final String CHUNK = "chunk";

    private static final Map<String, EntryType> TYPES = Map.of("reg", EntryType.FILE, "dir", EntryType.DIRECTORY,
            "symlink", EntryType.SYMBOLIC_LINK, "hardlink", EntryType.HARD_LINK, "char", EntryType.CHARACTER_DEVICE,
            "block", EntryType.BLOCK_DEVICE, "fifo", EntryType.FIFO);

    private static final int PERMISSIONS = 07777;

    private final String layer;

    private final JsonParser json;

    private final Deadline deadline;

    private final BiConsumer<TarEntry, @Nullable Digest> files;

    private TableDocument(String layer, JsonParser json, Deadline deadline,
            BiConsumer<TarEntry, @Nullable Digest> files) {
        this.layer = layer;
        this.json = json;
        this.deadline = deadline;
        this.files = files;
    }

    /**
     * Reads a document.
     *
     * @param layer for errors
     * @param files receives each entry as written, and the digest of a file's content if it is listed
     * @throws InvalidTableException if the document has another form
     */
    static void read(String layer, InputStream content, Deadline deadline,
            BiConsumer<TarEntry, @Nullable Digest> files) throws IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(),
                new InputStreamReader(content, StandardCharsets.UTF_8))) {
            new TableDocument(layer, json, deadline, files).read();
        } catch (StreamConstraintsException ex) {
            throw new InvalidTableException(layer,
                    "its JSON is too deep, or has a name, number or text that is too long",
                    ex);
        } catch (JacksonException ex) {
            if (ex.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new InvalidTableException(layer, "it is not valid JSON, or a number is too large", ex);
        }
    }

    private void read() {
        this.json.nextToken();
        expect(JsonToken.START_OBJECT, "it is not a JSON object");
        boolean known = false;
        boolean listed = false;
        for (String key = this.json.nextName(); key != null; key = this.json.nextName()) {
            JsonToken value = this.json.nextToken();
            if (key.equals("version")) {
                known = value == JsonToken.VALUE_NUMBER_INT && this.json.getLongValue() == VERSION;
            } else if (key.equals("entries") && value != JsonToken.VALUE_NULL) {
                if (listed) {
                    throw invalid("it has two lists of entries");
                }
                listed = true;
                readEntries();
            } else {
                this.json.skipChildren();
            }
        }
        if (!known) {
            throw invalid("its version is not " + VERSION);
        }
        if (this.json.nextToken() != null) {
            throw invalid("something follows its JSON object");
        }
    }

    private void readEntries() {
        expect(JsonToken.START_ARRAY, "its entries are not a list");
        while (this.json.nextToken() != JsonToken.END_ARRAY) {
            this.deadline.step();
            expect(JsonToken.START_OBJECT, "one of its entries is not an object");
            Listed entry = new Listed();
            for (String key = this.json.nextName(); key != null; key = this.json.nextName()) {
                this.json.nextToken();
                entry.read(key);
            }
            entry.pass();
        }
    }

    private void expect(JsonToken token, String problem) {
        if (this.json.currentToken() != token) {
            throw invalid(problem);
        }
    }

    private String text() {
        if (this.json.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        expect(JsonToken.VALUE_STRING, "an entry has a value that is not a text");
        return this.json.getString();
    }

    private long number() {
        if (this.json.currentToken() == JsonToken.VALUE_NULL) {
            return 0;
        }
        expect(JsonToken.VALUE_NUMBER_INT, "an entry has a value that is not an integer");
        return this.json.getLongValue();
    }

    private InvalidTableException invalid(String problem) {
        return new InvalidTableException(this.layer, problem);
    }

    /** The members of one entry so far. */
    private final class Listed {

        private String type = "";

        private String name = "";

        private String link = "";

        private String digest = "";

        private long size;

        private long mode;

        private long uid;

        private long gid;

        private long major;

        private long minor;

        void read(String key) {
            switch (key) {
                case "type" -> this.type = text();
                case "name" -> this.name = text();
                case "linkName" -> this.link = text();
                case "digest" -> this.digest = text();
                case "size" -> this.size = number();
                case "mode" -> this.mode = number();
                case "uid" -> this.uid = number();
                case "gid" -> this.gid = number();
                case "devMajor" -> this.major = number();
                case "devMinor" -> this.minor = number();
                default -> TableDocument.this.json.skipChildren();
            }
        }

        /** A chunk is a further part of the file before it, and no file. */
        void pass() {
            if (this.type.equals(CHUNK)) {
                return;
            }
            EntryType known = TYPES.get(this.type);
            if (known == null) {
                throw invalid("an entry has an unknown type");
            }
            boolean isDevice = known == EntryType.CHARACTER_DEVICE || known == EntryType.BLOCK_DEVICE;
            TableDocument.this.files.accept(
                    new TarEntry(this.name, known, this.size, (int) (this.mode & PERMISSIONS), this.uid, this.gid,
                            Instant.EPOCH, this.link, Map.of(),
                            isDevice ? new DeviceNumber(this.major, this.minor) : null),
                    known == EntryType.FILE ? sha256() : null);
        }

        /** Other algorithms do not occur, and lists of files have no place for them. */
        private @Nullable Digest sha256() {
            try {
                Digest listed = this.digest.isEmpty() ? null : Digest.parse(this.digest);
                return listed == null || listed.algorithm().equals("sha256") ? listed : null;
            } catch (InvalidValueException ex) {
                throw new InvalidTableException(TableDocument.this.layer, "an entry has an invalid digest", ex);
            }
        }
    }
}
