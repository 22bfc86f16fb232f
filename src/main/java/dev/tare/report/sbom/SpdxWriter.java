package dev.tare.report.sbom;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.tare.ecosystem.license.Licenses;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.system.OsRelease;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a bill of materials in SPDX. All components are packages, and relationships connect those that contain others.
 * Properties are annotations.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/">SPDX 2.3</a>
 */
final class SpdxWriter {

    private static final String DOCUMENT = "SPDXRef-DOCUMENT";

    private static final String IMAGE = "SPDXRef-Image";

    private static final String SYSTEM = "SPDXRef-OperatingSystem";

    private static final String PACKAGE = "SPDXRef-Package-";

    private static final String LICENSE = "LicenseRef-";

    /** References of this document to texts. Those of packages with the same beginning get another one. */
    private static final String OWN_LICENSE = LICENSE + "tare-";

    private static final Pattern REFERENCE = Pattern.compile(LICENSE + "[A-Za-z0-9.-]+");

    private static final String NO_ASSERTION = "NOASSERTION";

    private static final String TOOL = "Tool: tare";

    private static final String CONTAINS = "CONTAINS";

    private final ComponentTree components;

    private final Inspection inspection;

    private final JsonGenerator json;

    private final String created;

    /** Licenses without an SPDX identifier: the reference by text, and the text by reference. */
    private final Map<String, String> licenseIds = new HashMap<>();

    private final Map<String, String> otherLicenses = new LinkedHashMap<>();

    private SpdxWriter(ComponentTree components, JsonGenerator json) {
        this.components = components;
        this.inspection = components.inspection();
        this.json = json;
        this.created = created(this.inspection.image());
    }

    static void write(ComponentTree components, JsonGenerator json) {
        new SpdxWriter(components, json).write();
    }

    /** The time of the image in whole seconds. SPDX requires a time, so an image without one has the start of 1970. */
    private static String created(Image image) {
        return Objects.requireNonNullElse(image.config().created(), Instant.EPOCH)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private void write() {
        Image image = this.inspection.image();
        this.json.writeStartObject();
        this.json.writeStringProperty("spdxVersion", "SPDX-2.3");
        this.json.writeStringProperty("dataLicense", "CC0-1.0");
        this.json.writeStringProperty("SPDXID", DOCUMENT);
        this.json.writeStringProperty("name", ImageFacts.name(image));
        this.json.writeStringProperty("documentNamespace",
                "https://spdx.org/spdxdocs/tare-" + ImageFacts.uuid(image));
        this.json.writeObjectPropertyStart("creationInfo");
        this.json.writeStringProperty("created", this.created);
        this.json.writeArrayPropertyStart("creators");
        this.json.writeString(TOOL);
        this.json.writeEndArray();
        this.json.writeEndObject();
        this.json.writeArrayPropertyStart("packages");
        image(image);
        system(this.inspection.system().os());
        for (int i = 0; i < this.components.size(); i++) {
            component(this.components.component(i));
            this.components.libraries(i).forEach(this::component);
        }
        this.json.writeEndArray();
        otherLicenses();
        this.json.writeArrayPropertyStart("relationships");
        relationships();
        this.json.writeEndArray();
        this.json.writeEndObject();
    }

    private void image(Image image) {
        start(IMAGE, ImageFacts.name(image), ImageFacts.digest(image).toString(), "CONTAINER", NO_ASSERTION);
        checksum(image.manifestDigest());
        this.json.writeArrayPropertyStart("annotations");
        ImageFacts.properties(this.inspection, this::annotation);
        this.json.writeEndArray();
        this.json.writeEndObject();
    }

    private void system(@Nullable OsRelease os) {
        if (os != null) {
            String release = os.release();
            start(SYSTEM, ImageFacts.system(os), release == null ? null : Redaction.tokens(release),
                    "OPERATING_SYSTEM", NO_ASSERTION);
            this.json.writeStringProperty("summary", Redaction.tokens(os.name()));
            this.json.writeEndObject();
        }
    }

    private void component(SbomComponent component) {
        start(PACKAGE + component.id(), fullName(component), component.version(),
                component.type().toUpperCase(Locale.ROOT), declared(component.licenses()));
        writeIfKnown("sourceInfo", source(component));
        checksum(component.content());
        if (component.purl() != null || !component.cpes().isEmpty()) {
            this.json.writeArrayPropertyStart("externalRefs");
            if (component.purl() != null) {
                externalReference("PACKAGE-MANAGER", "purl", component.purl());
            }
            component.cpes().forEach(cpe -> externalReference("SECURITY", "cpe23Type", cpe));
            this.json.writeEndArray();
        }
        this.json.writeArrayPropertyStart("annotations");
        annotation(SbomComponent.PROPERTY + "location", "/" + component.location());
        component.propertiesIn(this.inspection).forEach(this::annotation);
        this.json.writeEndArray();
        this.json.writeEndObject();
    }

    /** The source package in the words from which Trivy reads it. */
    private static @Nullable String source(SbomComponent component) {
        String name = component.properties().get(SbomComponent.SOURCE_NAME);
        return name == null ? null
                : "built package from: " + name + " " + component.properties().get(SbomComponent.SOURCE_VERSION);
    }

    /** SPDX has no group. */
    private static String fullName(SbomComponent component) {
        return component.group() == null || component.group().isEmpty() || !component.cpes().isEmpty()
                ? component.name()
                : component.group() + (component.group().startsWith("@") ? "/" : ":") + component.name();
    }

    private void start(String id, String name, @Nullable String version, String purpose, String license) {
        this.json.writeStartObject();
        this.json.writeStringProperty("SPDXID", id);
        this.json.writeStringProperty("name", name);
        writeIfKnown("versionInfo", version);
        this.json.writeStringProperty("primaryPackagePurpose", purpose);
        this.json.writeStringProperty("downloadLocation", NO_ASSERTION);
        this.json.writeBooleanProperty("filesAnalyzed", false);
        this.json.writeStringProperty("licenseConcluded", NO_ASSERTION);
        this.json.writeStringProperty("licenseDeclared", license);
        this.json.writeStringProperty("copyrightText", NO_ASSERTION);
    }

    /** An expression. It refers to the texts that SPDX does not know, and joins several licenses with {@code AND}. */
    private String declared(Licenses licenses) {
        if (licenses.isEmpty()) {
            return NO_ASSERTION;
        }
        boolean isOne = licenses.list().size() == 1;
        return licenses.list()
                .stream()
                .map(license -> !license.isSpdx() ? otherLicense(license.text())
                        : isOne || !license.text().contains(" OR ") ? expression(license.text())
                        : "(" + expression(license.text()) + ")")
                .collect(Collectors.joining(" AND "));
    }

    private String otherLicense(String text) {
        return this.licenseIds.computeIfAbsent(Redaction.tokens(text), shown -> {
            String id = OWN_LICENSE + this.licenseIds.size();
            this.otherLicenses.put(id, shown);
            return id;
        });
    }

    /** An expression, whose own references must be in the document too. */
    private String expression(String expression) {
        String shown = Redaction.tokens(expression).replace(OWN_LICENSE, LICENSE + "stated-tare-");
        REFERENCE.matcher(shown)
                .results()
                .forEach(reference -> this.otherLicenses.put(reference.group(),
                        "The package refers to this license by its name."));
        return shown;
    }

    private void otherLicenses() {
        this.json.writeArrayPropertyStart("hasExtractedLicensingInfos");
        this.otherLicenses.forEach((id, text) -> {
            this.json.writeStartObject();
            this.json.writeStringProperty("licenseId", id);
            this.json.writeStringProperty("extractedText", text);
            this.json.writeEndObject();
        });
        this.json.writeEndArray();
    }

    private void writeIfKnown(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            this.json.writeStringProperty(name, value);
        }
    }

    private void checksum(@Nullable Digest digest) {
        if (digest != null) {
            this.json.writeArrayPropertyStart("checksums");
            this.json.writeStartObject();
            this.json.writeStringProperty("algorithm", digest.algorithm().toUpperCase(Locale.ROOT));
            this.json.writeStringProperty("checksumValue", digest.hex());
            this.json.writeEndObject();
            this.json.writeEndArray();
        }
    }

    private void externalReference(String category, String type, String locator) {
        this.json.writeStartObject();
        this.json.writeStringProperty("referenceCategory", category);
        this.json.writeStringProperty("referenceType", type);
        this.json.writeStringProperty("referenceLocator", locator);
        this.json.writeEndObject();
    }

    private void annotation(String name, String value) {
        this.json.writeStartObject();
        this.json.writeStringProperty("annotationDate", this.created);
        this.json.writeStringProperty("annotationType", "OTHER");
        this.json.writeStringProperty("annotator", TOOL);
        this.json.writeStringProperty("comment", name + ": " + value);
        this.json.writeEndObject();
    }

    private void relationships() {
        relationship(DOCUMENT, "DESCRIBES", IMAGE);
        if (this.inspection.system().os() != null) {
            relationship(IMAGE, CONTAINS, SYSTEM);
        }
        for (int i = 0; i < this.components.size(); i++) {
            String id = PACKAGE + i;
            int parent = this.components.parent(i);
            relationship(parent < 0 ? IMAGE : PACKAGE + parent, CONTAINS, id);
            for (int library = 0; library < this.components.libraryCount(i); library++) {
                relationship(id, CONTAINS, PACKAGE + SbomComponent.libraryId(i, library));
            }
            IntStream targets = this.components.dependencies(i);
            if (targets != null) {
                targets.forEach(target -> relationship(id, "DEPENDS_ON", PACKAGE + target));
            }
        }
    }

    private void relationship(String from, String type, String to) {
        this.json.writeStartObject();
        this.json.writeStringProperty("spdxElementId", from);
        this.json.writeStringProperty("relationshipType", type);
        this.json.writeStringProperty("relatedSpdxElement", to);
        this.json.writeEndObject();
    }
}
