package dev.tare.inspection.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.tare.image.InvalidBasesException;
import dev.tare.image.KnownBase;
import dev.tare.secret.redaction.Redaction;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file with the known base images of an organization. {@code schema/bases.json} describes its form. */
public final class BasesFile {

    /** The maximum size in bytes. An entry has about 500. */
    private static final int MAX_SIZE = 8 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final String SCHEMA = "/schema/bases.json";

    private BasesFile() {}

    /**
     * Reads a file. Secrets in names are masked.
     *
     * @throws InvalidBasesException if it cannot be read, has another form, or exceeds a bound
     */
    public static List<KnownBase> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            if (content.length > MAX_SIZE) {
                throw new InvalidBasesException(file.toString(), "it has more than " + MAX_SIZE + " bytes", null);
            }
            return KnownBase.parse(file.toString(), content)
                    .stream()
                    .map(base -> base.withName(Redaction.text(base.name())))
                    .toList();
        } catch (IOException ex) {
            throw InvalidBasesException.unreadable(file.toString(), reason(ex), ex);
        }
    }

    private static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(problem.getMessage());
        };
    }

    /** The JSON Schema of these files. */
    public static String schema() {
        try (InputStream content = BasesFile.class.getResourceAsStream(SCHEMA)) {
            return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ex) {
            throw new UncheckedIOException(SCHEMA + " cannot be read", ex);
        }
    }

    /** The entries and one more, which replaces those with the same name and platform. */
    public static List<KnownBase> with(List<KnownBase> bases, KnownBase base) {
        List<KnownBase> all = new ArrayList<>(bases);
        all.removeIf(one -> one.name().equals(base.name()) && Objects.equals(one.platform(), base.platform()));
        all.add(base);
        return List.copyOf(all);
    }

    /** The content of a file with these entries. */
    public static String write(List<KnownBase> bases) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schemaVersion", KnownBase.SCHEMA_VERSION);
        document.put("bases", bases.stream().map(BasesFile::entry).toList());
        return MAPPER.writeValueAsString(document) + "\n";
    }

    private static Map<String, Object> entry(KnownBase base) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", base.name());
        if (base.digest() != null) {
            entry.put("digest", base.digest().toString());
        }
        if (base.id() != null) {
            entry.put("id", base.id().toString());
        }
        if (base.platform() != null) {
            entry.put("platform", base.platform().toString());
        }
        entry.put("diffIds", base.diffIds().stream().map(Object::toString).toList());
        return entry;
    }
}
