package dev.tare.report.sbom;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.image.Digest;
import dev.tare.inspection.Inspection;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One component of an image.
 *
 * @param reference  its place in the image
 * @param purl       {@code null} if facts are missing
 * @param content    digest of its file, or {@code null} if it is not one file
 * @param location   path of the file with the evidence
 * @param layer      index of the layer of that file
 * @param properties facts without a field in the format
 */
record SbomComponent(String type, String reference, @Nullable String group, String name, @Nullable String version,
        @Nullable String purl, @Nullable Digest content, String location, int layer,
        Map<String, String> properties) {

    static final String PROPERTY = "tare:";

    SbomComponent {
        reference = Redaction.tokens(reference);
        name = Redaction.tokens(name);
        location = Redaction.tokens(location);
    }

    static SbomComponent of(OsPackage one, Inspection inspection, int index) {
        return new SbomComponent("library", one.manager() + ":" + index + ":" + one.name(), null, one.name(),
                one.version(), PackageUrls.of(one, inspection.system().os()), null, one.database(), one.layer(),
                one.source() == null ? Map.of("architecture", one.architecture())
                        : Map.of("architecture", one.architecture(), "source", one.source()));
    }

    static SbomComponent of(LanguagePackage one) {
        int slash = one.name().startsWith("@") && !one.name().endsWith("/") ? one.name().indexOf('/') : -1;
        return new SbomComponent("library", one.manager() + ":" + one.path(),
                slash < 0 ? null : one.name().substring(0, slash), one.name().substring(slash + 1), one.version(),
                PackageUrls.of(one), null, one.path(), one.layer(), Map.of());
    }

    private static SbomComponent of(Jar jar) {
        return new SbomComponent("library", "jar:" + jar.path(), jar.groupId(), jar.artifactId(), jar.version(),
                PackageUrls.of(jar), jar.content(), jar.path(), jar.layer(),
                Map.of("evidence", jar.evidence().name(), "certainty", jar.certainty().name()));
    }

    /** A jar with the libraries that were unpacked into it. Their place is the jar. */
    static Stream<SbomComponent> withLibraries(Jar jar) {
        return Stream.concat(Stream.of(of(jar)),
                IntStream.range(0, jar.libraries().size()).mapToObj(i -> of(jar, jar.libraries().get(i), i)));
    }

    private static SbomComponent of(Jar jar, ShadedLibrary library, int index) {
        return new SbomComponent("library", "shaded:" + index + ":" + jar.path(), library.groupId(),
                library.artifactId(), library.version(), PackageUrls.of(library), null, jar.path(), jar.layer(),
                Map.of("evidence", Jar.Evidence.POM_PROPERTIES.name(), "unpacked-into", "/" + jar.path()));
    }

    static SbomComponent of(JavaRuntime runtime) {
        String vendor = runtime.vendor();
        return new SbomComponent("platform", "java:" + runtime.path(), vendor, "Java",
                runtime.runtimeVersion() == null ? runtime.version() : runtime.runtimeVersion(), null, null,
                runtime.path(), runtime.layer(),
                Map.of("kind", runtime.kind().name(), "kind-because", runtime.kindBecause()));
    }

    /** @param unique a reference that no other component in the document has */
    void write(JsonGenerator json, String unique, Inspection inspection) {
        json.writeStartObject();
        json.writeStringProperty("type", this.type);
        json.writeStringProperty("bom-ref", unique);
        writeIfKnown(json, "group", this.group);
        json.writeStringProperty("name", this.name);
        writeIfKnown(json, "version", this.version);
        if (this.content != null) {
            json.writeArrayPropertyStart("hashes");
            json.writeStartObject();
            json.writeStringProperty("alg", "SHA-256");
            json.writeStringProperty("content", this.content.hex());
            json.writeEndObject();
            json.writeEndArray();
        }
        writeIfKnown(json, "purl", this.purl);
        json.writeArrayPropertyStart("properties");
        this.properties.keySet().stream().sorted().forEach(key -> property(json, key, this.properties.get(key)));
        property(json, "layer", Integer.toString(this.layer));
        property(json, "layer-diff-id", inspection.weight().layers().get(this.layer).layer().diffId().toString());
        json.writeEndArray();
        json.writeObjectPropertyStart("evidence");
        json.writeArrayPropertyStart("occurrences");
        json.writeStartObject();
        json.writeStringProperty("location", "/" + this.location);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    static void property(JsonGenerator json, String name, @Nullable String value) {
        json.writeStartObject();
        json.writeStringProperty("name", PROPERTY + name);
        json.writeStringProperty("value", Redaction.tokens(String.valueOf(value)));
        json.writeEndObject();
    }

    static void writeIfKnown(JsonGenerator json, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            json.writeStringProperty(name, Redaction.tokens(value));
        }
    }
}
