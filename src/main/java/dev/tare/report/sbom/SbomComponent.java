package dev.tare.report.sbom;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.JavaEcosystem;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.ecosystem.java.runtime.JavaBuild;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.ecosystem.license.Licenses;
import dev.tare.image.Digest;
import dev.tare.inspection.Ecosystems;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.purl.PackageUrls;
import dev.tare.inspection.system.OsRelease;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * One component of an image. None of its texts has a token.
 *
 * @param type       in CycloneDX; in capitals also the purpose in SPDX
 * @param id         its number, and for a library in a jar the number of the library; unique, of digits and dots
 * @param reference  its kind and number; unique
 * @param purl       {@code null} if facts are missing
 * @param cpes       names in vulnerability databases, the most certain first; empty if scanners use the purl
 * @param content    digest of its file, or {@code null} if it is not one file
 * @param location   path of the file with the evidence
 * @param layer      index of the layer of that file
 * @param licenses   as the package states them, without tokens
 * @param properties facts without a field in the formats
 */
record SbomComponent(String type, String id, String reference, @Nullable String group, String name,
        @Nullable String version, @Nullable String purl, List<String> cpes, @Nullable Digest content, String location,
        int layer, Licenses licenses, Map<String, String> properties) {

    static final String PROPERTY = "tare:";

    /** The properties from which Trivy reads the source package. */
    static final String SOURCE_NAME = "aquasecurity:trivy:SrcName";

    static final String SOURCE_VERSION = "aquasecurity:trivy:SrcVersion";

    private static final String LIBRARY = "library";

    SbomComponent {
        group = masked(group);
        name = Redaction.tokens(name);
        version = masked(version);
        location = Redaction.tokens(location);
        Map<String, String> shown = new TreeMap<>();
        properties.forEach((key, value) -> shown.put(key, Redaction.tokens(value)));
        properties = shown;
    }

    static SbomComponent of(OsPackage one, int number, String reference, @Nullable OsRelease os) {
        Map<String, String> properties = new TreeMap<>();
        if (!one.architecture().isEmpty()) {
            properties.put(PROPERTY + "architecture", one.architecture());
        }
        if (one.source() != null) {
            properties.put(PROPERTY + "source", one.source());
        }
        if (one.sourceVersion() != null && !withoutEpoch(one.sourceVersion()).equals(withoutEpoch(one.version()))) {
            properties.put(PROPERTY + "source-version", one.sourceVersion());
        }
        if (one.state() != null) {
            properties.put(PROPERTY + "state", one.state());
        }
        properties.putAll(trivy(one));
        return new SbomComponent(LIBRARY, String.valueOf(number), reference, null, one.name(), one.version(),
                PackageUrls.of(one, os), List.of(), null, one.database(), one.layer(),
                one.licenses(), properties);
    }

    private static String withoutEpoch(String version) {
        return version.substring(version.indexOf(':') + 1);
    }

    /** Trivy matches source packages, and does not read the qualifier {@code upstream}. */
    private static Map<String, String> trivy(OsPackage one) {
        String[] upstream =
                String.valueOf(Ecosystems.of(one.manager()).upstream(one)).split("@", 2);
        return upstream.length < 2 ? Map.of()
                : Map.of(SOURCE_NAME, upstream[0], SOURCE_VERSION, upstream[1]);
    }

    /** The group is the scope of a Node package, or the group of a Java library. */
    static SbomComponent of(LanguagePackage one, int number, String reference) {
        boolean scoped = one.name().startsWith("@") && !one.name().endsWith("/");
        int end = scoped ? one.name().indexOf('/')
                : one.manager().equals(JavaEcosystem.ID) ? one.name().indexOf(':')
                : -1;
        return new SbomComponent(LIBRARY, String.valueOf(number), reference,
                end < 0 ? null : one.name().substring(0, end), one.name().substring(end + 1), one.version(),
                PackageUrls.of(one), List.of(), null, one.path(), one.layer(), one.licenses(),
                properties(one));
    }

    private static Map<String, String> properties(LanguagePackage one) {
        Map<String, String> properties = new TreeMap<>();
        if (one.isBundled()) {
            properties.put(PROPERTY + "bundled", "true");
        }
        if (one.owner() != null) {
            properties.put(PROPERTY + "owner", one.owner());
        }
        return properties;
    }

    static SbomComponent of(Jar jar, int number, String reference) {
        return new SbomComponent(LIBRARY, String.valueOf(number), reference, jar.groupId(),
                jar.artifactId(), jar.version(), PackageUrls.of(jar), List.of(), jar.content(), jar.path(),
                jar.layer(), jar.licenses(),
                Map.of(PROPERTY + "evidence", jar.evidence().name(), PROPERTY + "certainty",
                        jar.certainty().name()));
    }

    /** A library that was unpacked into a jar. Its place is the jar. */
    static SbomComponent ofLibrary(Jar jar, int index, int number) {
        ShadedLibrary library = jar.libraries().get(index);
        String id = libraryId(number, index);
        return new SbomComponent(LIBRARY, id, "shaded:" + id, library.groupId(),
                library.artifactId(), library.version(), PackageUrls.of(library), List.of(), null, jar.path(),
                jar.layer(), Licenses.NONE,
                Map.of(PROPERTY + "evidence", Jar.Evidence.POM_PROPERTIES.name(), PROPERTY + "unpacked-into",
                        "/" + jar.path()));
    }

    /** @param number of the jar */
    static String libraryId(int number, int index) {
        return number + "." + index;
    }

    /** Scanners skip components of the type {@code platform}. */
    static SbomComponent of(JavaRuntime runtime, int number, String reference) {
        RuntimeNames names = RuntimeNames.of(runtime);
        JavaBuild build = runtime.build();
        Map<String, String> properties = new TreeMap<>();
        properties.put(PROPERTY + "kind", runtime.kind().name());
        properties.put(PROPERTY + "kind-because", runtime.kindBecause());
        properties.put(PROPERTY + "product", build.product().name());
        if (build.productVersion() != null) {
            properties.put(PROPERTY + "product-version", build.productVersion());
        }
        properties.put(PROPERTY + "virtual-machine", build.vm().name());
        return new SbomComponent("application", String.valueOf(number), reference, build.vendor(), names.name(),
                names.version(), names.purl(), names.cpes(), null, runtime.path(), runtime.layer(), Licenses.NONE,
                properties);
    }

    /** Its properties with those of its layer, by name. */
    Map<String, String> propertiesIn(Inspection inspection) {
        Map<String, String> all = new TreeMap<>(this.properties);
        all.put(PROPERTY + "layer", Integer.toString(this.layer));
        all.put(PROPERTY + "layer-diff-id",
                inspection.weight().layers().get(this.layer).layer().diffId().toString());
        return all;
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : Redaction.tokens(text);
    }
}
