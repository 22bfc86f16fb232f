package dev.tare.ecosystem.java.sbom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Parses CycloneDX and SPDX 2 documents in JSON, plain or gzip, and keeps their Maven libraries. Components and
 * packages have different members, so one method reads both.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6 JSON reference</a>
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/package-information/">SPDX 2.3, package information</a>
 */
public final class BillParser {

    private static final int MAX_LIBRARIES = 10_000;

    /** Components contain components. Each level of them is two levels of JSON. */
    private static final int MAX_DEPTH = 64;

    private static final int MAX_TEXT = 1024;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Programs that list the contents of images, and derive coordinates from the files. */
    private static final Set<String> SCANNERS = Set.of("syft", "trivy", "docker-scout", "tare");

    private static final JsonFactory JSON = JsonFactory.builder()
            .errorReportConfiguration(ErrorReportConfiguration.builder().maxErrorTokenLength(0).build())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(BillOfMaterials.MAX_SIZE)
                    .maxNestingDepth(MAX_DEPTH)
                    .build())
            .build();

    private final JsonParser json;

    private final List<ListedLibrary> libraries = new ArrayList<>();

    private boolean recognized;

    private boolean scanned;

    private BillParser(JsonParser json) {
        this.json = json;
    }

    /**
     * The libraries of a document. The result is {@code null} if the content is not a JSON object, or a document of
     * another kind.
     *
     * @param maxInflated maximum number of bytes that gzip may inflate to
     * @param inflated    receives the count of bytes of each read of gzip
     * @throws UnreadableBillException if it is damaged or exceeds a bound
     * @throws IOException             only if the content cannot be read
     */
    public static @Nullable BillOfMaterials parse(InputStream content, long maxInflated, LongConsumer inflated)
            throws IOException {
        try (JsonParser json =
                JSON.createParser(ObjectReadContext.empty(), BillText.open(content, maxInflated, inflated))) {
            BillParser parser = new BillParser(json);
            if (!parser.startsObject()) {
                return null;
            }
            parser.readObject(parser::readRoot);
            return parser.recognized ? new BillOfMaterials(parser.libraries, parser.scanned) : null;
        } catch (StreamConstraintsException ex) {
            throw new UnreadableBillException("it has more than " + (BillOfMaterials.MAX_SIZE >> 20)
                    + " MiB, more than " + MAX_DEPTH + " levels, or a number, name or text that is too long", ex);
        } catch (JacksonException ex) {
            if (ex.getCause() instanceof IOException unreadable) {
                throw problem(unreadable);
            }
            throw new UnreadableBillException("it is damaged", ex);
        } catch (IOException ex) {
            throw problem(ex);
        }
    }

    /** Damaged gzip is not an error of the stream around it. */
    private static IOException problem(IOException problem) {
        if (problem instanceof ZipException || problem instanceof EOFException) {
            throw new UnreadableBillException("it is damaged", problem);
        }
        return problem;
    }

    /** Whether the content may be JSON at all: the tag-value form of SPDX has the same file names. */
    private boolean startsObject() {
        try {
            return this.json.nextToken() == JsonToken.START_OBJECT;
        } catch (StreamReadException ex) {
            return false;
        }
    }

    private void readRoot(String key) {
        switch (key) {
            case "bomFormat" -> this.recognized |= "CycloneDX".equals(text());
            case "spdxVersion" -> this.recognized |= String.valueOf(text()).startsWith("SPDX-2.");
            case "metadata" -> readObject(this::readMetadata);
            case "creationInfo" -> readObject(this::readCreation);
            case "components", "packages" -> readList(this::readLibrary);
            default -> this.json.skipChildren();
        }
    }

    private void readMetadata(String key) {
        switch (key) {
            case "component" -> readLibrary();
            case "tools" -> readTools();
            default -> this.json.skipChildren();
        }
    }

    /** A list until CycloneDX 1.4, and an object with a list since 1.5. */
    private void readTools() {
        if (this.json.currentToken() == JsonToken.START_ARRAY) {
            readList(() -> readObject(this::readTool));
        } else {
            readObject(key -> readList(() -> readObject(this::readTool)));
        }
    }

    private void readTool(String key) {
        if (key.equals("name")) {
            addTool(text());
        } else {
            this.json.skipChildren();
        }
    }

    private void readCreation(String key) {
        if (key.equals("creators")) {
            readList(() -> addTool(text()));
        } else {
            this.json.skipChildren();
        }
    }

    /** SPDX writes {@code Tool: syft-1.2.0}, and CycloneDX the name alone. */
    private void addTool(@Nullable String tool) {
        String name = tool == null ? "" : tool.toLowerCase(Locale.ROOT).replaceFirst("^tool: *", "");
        this.scanned |= SCANNERS.stream().anyMatch(name::startsWith);
    }

    private void readLibrary() {
        Map<String, String> values = new HashMap<>();
        readObject(key -> {
            switch (key) {
                case "purl", "group", "name", "version", "versionInfo" -> put(values, key);
                case "hashes" -> readList(() -> readDigest("alg", "content", values));
                case "checksums" -> readList(() -> readDigest("algorithm", "checksumValue", values));
                case "externalRefs" -> readList(() -> readReference(values));
                case "components" -> readList(this::readLibrary);
                default -> this.json.skipChildren();
            }
        });
        add(values);
    }

    private void readDigest(String algorithm, String digest, Map<String, String> values) {
        Map<String, String> members = readTexts();
        String hex = members.getOrDefault(digest, "").toLowerCase(Locale.ROOT);
        if (members.getOrDefault(algorithm, "").replace("-", "").equals("SHA256") && SHA256.matcher(hex).matches()) {
            values.put("sha256", hex);
        }
    }

    private void readReference(Map<String, String> values) {
        Map<String, String> members = readTexts();
        if ("purl".equals(members.get("referenceType"))) {
            values.put("purl", members.getOrDefault("referenceLocator", ""));
        }
    }

    private void add(Map<String, String> values) {
        String sha256 = values.get("sha256");
        ListedLibrary library = ListedLibrary.of(values.get("purl"), values.get("group"), values.get("name"),
                values.get("version"), sha256 == null ? null : Digest.of("sha256", sha256));
        if (library != null) {
            if (this.libraries.size() == MAX_LIBRARIES) {
                throw new UnreadableBillException("it lists more than " + MAX_LIBRARIES + " libraries", null);
            }
            this.libraries.add(library);
        }
    }

    private Map<String, String> readTexts() {
        Map<String, String> members = new HashMap<>();
        readObject(key -> put(members, key));
        return members;
    }

    private void put(Map<String, String> values, String key) {
        String text = text();
        if (text != null) {
            values.put(key, text);
        }
    }

    private @Nullable String text() {
        if (this.json.currentToken() != JsonToken.VALUE_STRING) {
            this.json.skipChildren();
            return null;
        }
        return this.json.getStringLength() > MAX_TEXT ? null : this.json.getString();
    }

    /** Passes on the key of each member. The reader is at the member's value, and reads the whole value. */
    private void readObject(Consumer<String> member) {
        if (this.json.currentToken() != JsonToken.START_OBJECT) {
            this.json.skipChildren();
            return;
        }
        for (String key = this.json.nextName(); key != null; key = this.json.nextName()) {
            this.json.nextToken();
            member.accept(key);
        }
    }

    private void readList(Runnable element) {
        if (this.json.currentToken() != JsonToken.START_ARRAY) {
            this.json.skipChildren();
            return;
        }
        while (this.json.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }
}
