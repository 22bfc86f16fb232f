package dev.tare.report.sbom;

import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.ecosystem.license.License;
import dev.tare.ecosystem.license.Licenses;
import dev.tare.image.Image;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.system.OsRelease;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a bill of materials in CycloneDX. Components are nested in those that contain them.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>
 */
final class CycloneDxWriter {

    private static final String IMAGE = "image";

    private static final String SYSTEM = "system";

    /** The property in which scanners read all names of a component but the first. */
    private static final String OTHER_CPE = "syft:cpe23";

    /** The properties from which Syft and Grype read the distribution. They know it by its own name. */
    private static final String SYSTEM_ID = "syft:distro:id";

    private static final String SYSTEM_VERSION = "syft:distro:versionID";

    private final ComponentTree components;

    private final Inspection inspection;

    private final JsonGenerator json;

    private CycloneDxWriter(ComponentTree components, JsonGenerator json) {
        this.components = components;
        this.inspection = components.inspection();
        this.json = json;
    }

    static void write(ComponentTree components, JsonGenerator json) {
        new CycloneDxWriter(components, json).write();
    }

    private void write() {
        this.json.writeStartObject();
        this.json.writeStringProperty("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        this.json.writeStringProperty("bomFormat", "CycloneDX");
        this.json.writeStringProperty("specVersion", "1.6");
        this.json.writeStringProperty("serialNumber", "urn:uuid:" + ImageFacts.uuid(this.inspection.image()));
        this.json.writeNumberProperty("version", 1);
        metadata(this.inspection.image());
        this.json.writeArrayPropertyStart("components");
        system(this.inspection.system().os());
        this.components.roots().forEach(this::component);
        this.json.writeEndArray();
        dependencies();
        compositions();
        this.json.writeEndObject();
    }

    private void metadata(Image image) {
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
        this.json.writeObjectPropertyStart("component");
        this.json.writeStringProperty("type", "container");
        this.json.writeStringProperty("bom-ref", IMAGE);
        this.json.writeStringProperty("name", ImageFacts.name(image));
        this.json.writeStringProperty("version", ImageFacts.digest(image).toString());
        this.json.writeArrayPropertyStart("properties");
        ImageFacts.properties(this.inspection, this::property);
        this.json.writeEndArray();
        this.json.writeEndObject();
        this.json.writeEndObject();
    }

    private void system(@Nullable OsRelease os) {
        if (os != null) {
            this.json.writeStartObject();
            this.json.writeStringProperty("type", "operating-system");
            this.json.writeStringProperty("bom-ref", SYSTEM);
            this.json.writeStringProperty("name", ImageFacts.system(os));
            String release = os.release();
            writeIfKnown("version", release == null ? null : Redaction.tokens(release));
            this.json.writeStringProperty("description", Redaction.tokens(os.name()));
            this.json.writeArrayPropertyStart("properties");
            property(SYSTEM_ID, Redaction.tokens(os.id()));
            if (os.versionId() != null) {
                property(SYSTEM_VERSION, Redaction.tokens(os.versionId()));
            }
            this.json.writeEndArray();
            this.json.writeEndObject();
        }
    }

    /** Recursion ends, because the tree bounds the levels. */
    private void component(int number) {
        this.json.writeStartObject();
        write(this.components.component(number));
        if (this.components.libraryCount(number) > 0 || this.components.children(number).findAny().isPresent()) {
            this.json.writeArrayPropertyStart("components");
            this.components.libraries(number).forEach(library -> {
                this.json.writeStartObject();
                write(library);
                this.json.writeEndObject();
            });
            this.components.children(number).forEach(this::component);
            this.json.writeEndArray();
        }
        this.json.writeEndObject();
    }

    private void write(SbomComponent component) {
        this.json.writeStringProperty("type", component.type());
        this.json.writeStringProperty("bom-ref", component.reference());
        writeIfKnown("group", component.group());
        this.json.writeStringProperty("name", component.name());
        writeIfKnown("version", component.version());
        if (component.content() != null) {
            this.json.writeArrayPropertyStart("hashes");
            this.json.writeStartObject();
            this.json.writeStringProperty("alg", "SHA-256");
            this.json.writeStringProperty("content", component.content().hex());
            this.json.writeEndObject();
            this.json.writeEndArray();
        }
        licenses(component.licenses());
        writeIfKnown("cpe", component.cpes().isEmpty() ? null : component.cpes().getFirst());
        writeIfKnown("purl", component.purl());
        this.json.writeArrayPropertyStart("properties");
        component.cpes().stream().skip(1).forEach(cpe -> property(OTHER_CPE, cpe));
        for (Map.Entry<String, String> property : component.propertiesIn(this.inspection).entrySet()) {
            property(property.getKey(), property.getValue());
        }
        this.json.writeEndArray();
        this.json.writeObjectPropertyStart("evidence");
        this.json.writeArrayPropertyStart("occurrences");
        this.json.writeStartObject();
        this.json.writeStringProperty("location", "/" + component.location());
        this.json.writeEndObject();
        this.json.writeEndArray();
        this.json.writeEndObject();
    }

    /** An identifier, an expression, or a name. Of several licenses, none may be an expression. */
    private void licenses(Licenses licenses) {
        if (licenses.isEmpty()) {
            return;
        }
        this.json.writeArrayPropertyStart("licenses");
        String expression = licenses.spdxExpression();
        if (expression != null && !licenses.list().stream().allMatch(License::isIdentifier)) {
            this.json.writeStartObject();
            this.json.writeStringProperty("expression", Redaction.tokens(expression));
            this.json.writeEndObject();
        } else {
            licenses.list().forEach(license -> {
                this.json.writeStartObject();
                this.json.writeObjectPropertyStart("license");
                this.json.writeStringProperty(license.isIdentifier() ? "id" : "name", Redaction.tokens(license.text()));
                this.json.writeEndObject();
                this.json.writeEndObject();
            });
        }
        this.json.writeEndArray();
    }

    /** The image depends on all components that no other one contains. A package without dependencies depends on none. */
    private void dependencies() {
        this.json.writeArrayPropertyStart("dependencies");
        dependency(IMAGE, this.components.roots());
        for (int i = 0; i < this.components.size(); i++) {
            IntStream targets = this.components.dependencies(i);
            if (targets != null) {
                dependency(this.components.reference(i), targets);
            }
        }
        this.json.writeEndArray();
    }

    private void dependency(String reference, IntStream targets) {
        this.json.writeStartObject();
        this.json.writeStringProperty("ref", reference);
        this.json.writeArrayPropertyStart("dependsOn");
        targets.forEach(target -> this.json.writeString(this.components.reference(target)));
        this.json.writeEndArray();
        this.json.writeEndObject();
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

    private void property(String name, String value) {
        this.json.writeStartObject();
        this.json.writeStringProperty("name", name);
        this.json.writeStringProperty("value", value);
        this.json.writeEndObject();
    }

    private void writeIfKnown(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            this.json.writeStringProperty(name, value);
        }
    }
}
