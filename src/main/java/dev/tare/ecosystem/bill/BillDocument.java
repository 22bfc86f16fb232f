package dev.tare.ecosystem.bill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads one CycloneDX or SPDX 2 document in JSON, or an attestation with one. Components and packages have different members,
 * so one method reads both.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6 JSON reference</a>
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/package-information/">SPDX 2.3, package information</a>
 */
final class BillDocument {

    private static final int MAX_TEXT = 1024;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Programs that list the contents of images, and derive coordinates from the files. */
    private static final Set<String> SCANNERS = Set.of("syft", "trivy", "docker-scout", "tare");

    /** An envelope in a bundle, and a document in the statement of the envelope. */
    private static final int MAX_ENVELOPES = 3;

    private final BillReader reader;

    private final JsonParser json;

    private final Consumer<BillEntry> entries;

    private final @Nullable Envelopes envelopes;

    private @Nullable String format;

    private boolean scanned;

    /**
     * @param reader    reads documents in this one
     * @param envelopes receives the facts of attestations; {@code null} if the document must not be in one
     */
    BillDocument(BillReader reader, JsonParser json, Consumer<BillEntry> entries, @Nullable Envelopes envelopes) {
        this.reader = reader;
        this.json = json;
        this.entries = entries;
        this.envelopes = envelopes;
    }

    /** Reads it, if it is a JSON object. */
    ReadBill read() {
        if (startsObject()) {
            readObject(this::readRoot);
        }
        return new ReadBill(this.format, this.scanned);
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
            case "bomFormat" -> recognize("CycloneDX", "CycloneDX"::equals);
            case "spdxVersion" -> recognize("SPDX", text -> text.startsWith("SPDX-2."));
            case "metadata" -> readObject(this::readMetadata);
            case "creationInfo" -> readObject(this::readCreation);
            case "components", "packages" -> readList(this::readLibrary);
            case "predicate", "dsseEnvelope" -> readEnvelope();
            case "payload", "Data" -> readContent(key.equals("payload"));
            case "subject" -> readSubjects();
            default -> this.json.skipChildren();
        }
    }

    private void recognize(String name, Predicate<String> condition) {
        String text = text();
        if (text != null && condition.test(text)) {
            this.format = name;
        }
    }

    /** An object of an attestation, which may be or contain the document. */
    private void readEnvelope() {
        if (this.envelopes == null) {
            this.json.skipChildren();
        } else {
            this.envelopes.foundStatement();
            readObject(this::readRoot);
        }
    }

    /** A text of an attestation that is a document by itself. Old versions of cosign write the predicate as a text. */
    private void readContent(boolean base64) {
        Envelopes open = this.envelopes;
        if (open == null || this.json.currentToken() != JsonToken.VALUE_STRING || !open.enter(MAX_ENVELOPES)) {
            this.json.skipChildren();
            return;
        }
        byte[] content = base64 ? this.json.getBinaryValue() : this.json.getString().getBytes(StandardCharsets.UTF_8);
        try (InputStream in = new ByteArrayInputStream(content)) {
            this.reader.readAttested(in, open);
        } catch (IOException ex) {
            throw new UncheckedIOException("Bytes in memory cannot be read", ex);
        }
    }

    /** Only attestations have subjects. */
    private void readSubjects() {
        Envelopes open = this.envelopes;
        if (open == null) {
            this.json.skipChildren();
            return;
        }
        open.foundStatement();
        readList(() -> readObject(key -> {
            if (key.equals("digest")) {
                open.addSubject(readTexts().getOrDefault("sha256", ""));
            } else {
                this.json.skipChildren();
            }
        }));
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
                case "purl", "group", "name", "version", "versionInfo", "type",
                        "primaryPackagePurpose" -> put(values, key);
                case "hashes" -> readList(() -> readDigest("alg", "content", values));
                case "checksums" -> readList(() -> readDigest("algorithm", "checksumValue", values));
                case "externalRefs" -> readList(() -> readReference(values));
                case "components" -> readList(this::readLibrary);
                default -> this.json.skipChildren();
            }
        });
        String sha256 = values.get("sha256");
        this.entries.accept(new BillEntry(values.get("purl"), values.get("group"), values.get("name"),
                values.getOrDefault("version", values.get("versionInfo")),
                values.getOrDefault("type", values.get("primaryPackagePurpose")),
                sha256 == null ? null : Digest.of("sha256", sha256)));
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
