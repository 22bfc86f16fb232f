package dev.tare.report.sbom;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.ecosystem.OsPackage;
import dev.tare.image.Image;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.system.OsRelease;
import dev.tare.report.document.VisibleJson;
import dev.tare.secret.redaction.Redaction;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * An image's complete bill of materials for scanners and archives: packages of the system and of languages, jars and
 * Java runtimes. The same image always has the same document, so its time is that of the image. It is streamed and
 * never in memory as a whole.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>
 */
public final class Sbom {

    /** The media type of the document. */
    public static final String MEDIA_TYPE = "application/vnd.cyclonedx+json";

    private static final String IMAGE = "image";

    /** The name space of URLs in RFC 9562, for identifiers of images. */
    private static final UUID NAME_SPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final JsonFactory JSON = VisibleJson.factory();

    private final Inspection inspection;

    private final JsonGenerator json;

    private final Set<String> references = new HashSet<>();

    private final Map<String, Integer> repeated = new HashMap<>();

    private Sbom(Inspection inspection, JsonGenerator json) {
        this.inspection = inspection;
        this.json = json;
    }

    /** Writes an image's bill of materials in ASCII. The writer stays open. */
    public static void write(Inspection inspection, Writer writer) throws IOException {
        try {
            JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), writer);
            new Sbom(inspection, json).write();
            json.flush();
        } catch (JacksonIOException ex) {
            throw ex.getCause();
        }
    }

    private void write() {
        this.json.writeStartObject();
        this.json.writeStringProperty("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        this.json.writeStringProperty("bomFormat", "CycloneDX");
        this.json.writeStringProperty("specVersion", "1.6");
        this.json.writeStringProperty("serialNumber", "urn:uuid:" + serialNumber(this.inspection.image()));
        this.json.writeNumberProperty("version", 1);
        metadata();
        this.json.writeArrayPropertyStart("components");
        system(this.inspection.system().os());
        components().forEach(component -> component.write(this.json, unique(component.reference()), this.inspection));
        this.json.writeEndArray();
        compositions();
        this.json.writeEndObject();
    }

    private void metadata() {
        Image image = this.inspection.image();
        this.json.writeObjectPropertyStart("metadata");
        if (image.config().created() != null) {
            this.json.writeStringProperty("timestamp", image.config().created().toString());
        }
        this.json.writeObjectPropertyStart("tools");
        this.json.writeArrayPropertyStart("components");
        this.json.writeStartObject();
        this.json.writeStringProperty("type", "application");
        this.json.writeStringProperty("name", "tare");
        this.json.writeEndObject();
        this.json.writeEndArray();
        this.json.writeEndObject();
        image(image);
        this.json.writeEndObject();
    }

    private void image(Image image) {
        String digest = (image.manifestDigest() == null ? image.id() : image.manifestDigest()).toString();
        this.json.writeObjectPropertyStart("component");
        this.json.writeStringProperty("type", "container");
        this.json.writeStringProperty("bom-ref", IMAGE);
        SbomComponent.writeIfKnown(this.json, "name", image.name().isEmpty() ? image.id().toString() : image.name());
        this.json.writeStringProperty("version", digest);
        this.json.writeArrayPropertyStart("properties");
        SbomComponent.property(this.json, "image-id", image.id().toString());
        SbomComponent.property(this.json, "platform", image.config().platform().toString());
        base(this.inspection.base());
        this.inspection.software()
                .unread()
                .forEach(one -> SbomComponent.property(this.json, "unread",
                        "/" + one.path() + ": " + one.because()));
        this.json.writeEndArray();
        this.json.writeEndObject();
    }

    /** The number of layers is only there if it is certain. */
    private void base(BaseImage base) {
        SbomComponent.property(this.json, "base-grade", Words.of(base.grade()));
        BaseImage.Reference reference = base.reference();
        if (reference != null) {
            SbomComponent.property(this.json, "base-name", reference.name());
            if (reference.digest() != null) {
                SbomComponent.property(this.json, "base-digest", reference.digest().toString());
            }
        }
        if (base.boundary() instanceof BaseBoundary.Known(int layers)) {
            SbomComponent.property(this.json, "base-layers", String.valueOf(layers));
        }
    }

    private void system(@Nullable OsRelease os) {
        if (os != null) {
            this.json.writeStartObject();
            this.json.writeStringProperty("type", "operating-system");
            this.json.writeStringProperty("bom-ref", "system");
            this.json.writeStringProperty("name", Redaction.tokens(os.id()));
            SbomComponent.writeIfKnown(this.json, "version", os.versionId());
            this.json.writeStringProperty("description", Redaction.tokens(os.name()));
            this.json.writeEndObject();
        }
    }

    private Stream<SbomComponent> components() {
        List<OsPackage> packages = this.inspection.software().packages();
        return Stream.of(
                IntStream.range(0, packages.size())
                        .mapToObj(i -> SbomComponent.of(packages.get(i), this.inspection, i)),
                this.inspection.software().languagePackages().stream().map(SbomComponent::of),
                this.inspection.software().javaRuntimes().stream().map(SbomComponent::of),
                this.inspection.software().jars().stream().flatMap(SbomComponent::withLibraries))
                .flatMap(stream -> stream);
    }

    /** A jar may have several entries with one name. */
    private String unique(String reference) {
        String unique = reference;
        while (!this.references.add(unique)) {
            unique = reference + "#" + this.repeated.merge(reference, 2, (count, two) -> count + 1);
        }
        return unique;
    }

    /** Unread files are missing. Software without a package manager may be missing too. */
    private void compositions() {
        this.json.writeArrayPropertyStart("compositions");
        this.json.writeStartObject();
        this.json.writeStringProperty("aggregate",
                this.inspection.software().unread().isEmpty() ? "unknown" : "incomplete");
        this.json.writeArrayPropertyStart("assemblies");
        this.json.writeString(IMAGE);
        this.json.writeEndArray();
        this.json.writeEndObject();
        this.json.writeEndArray();
    }

    /** A version 5 identifier from the digest of the image's manifest, or of its config if there is no manifest. */
    private static UUID serialNumber(Image image) {
        String name = "oci:" + (image.manifestDigest() == null ? image.id() : image.manifestDigest());
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAME_SPACE.getMostSignificantBits())
                    .putLong(NAME_SPACE.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.US_ASCII)));
            return new UUID((hash.getLong() & ~0xf000L) | 0x5000L,
                    (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java runtime has SHA-1", ex);
        }
    }
}
