package dev.tare.report.sbom;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SpdxTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Pattern IDENTIFIER = Pattern.compile("SPDXRef-[a-zA-Z0-9.-]+");

    @Test
    void writeFollowsTheSchemaOfSpdx() throws IOException {
        for (Inspection inspection : List.of(DrawnImages.slim(), DrawnImages.distroless(), DrawnImages.unknown(),
                HostileTexts.image(), InspectionBuilder.image("").layer("empty").build())) {
            assertThat(violations(write(inspection))).as(inspection.image().name()).isEmpty();
        }
    }

    /** Each reference in an expression is in the document. */
    @Test
    void writeHasTheLicensesOfAPackage() throws IOException {
        assertThat(violations(write(CycloneDxTests.licensed()))).isEmpty();
        JsonNode document = read(CycloneDxTests.licensed());
        assertThat(document.at("/packages").findValuesAsString("licenseDeclared")).containsExactly("NOASSERTION",
                "MIT", "MIT AND ISC", "(MIT OR ISC) AND EPL-1.0+", "MIT AND LicenseRef-tare-0", "LicenseRef-own",
                "NOASSERTION");
        assertThat(document.at("/hasExtractedLicensingInfos").valueStream())
                .extracting(one -> one.at("/licenseId").asString(), one -> one.at("/extractedText").asString())
                .containsExactly(tuple("LicenseRef-tare-0", "BSD"),
                        tuple("LicenseRef-own", "The package refers to this license by its name."));
    }

    /** A package may use the name that this document uses for another text. */
    @Test
    void writeKeepsTheReferencesOfPackagesApart() throws IOException {
        JsonNode document = read(InspectionBuilder.image("app:1")
                .layer("all")
                .licensed("a", "BSD")
                .licensed("b", "LicenseRef-tare-0")
                .build());
        assertThat(document.at("/packages").findValuesAsString("licenseDeclared")).containsExactly("NOASSERTION",
                "LicenseRef-tare-0", "LicenseRef-stated-tare-0");
        assertThat(document.at("/hasExtractedLicensingInfos").findValuesAsString("extractedText")).first()
                .isEqualTo("BSD");
    }

    /** Guards the test above: a schema that accepts everything would prove nothing. */
    @Test
    void schemaRejectsAnInvalidDocument() throws IOException {
        assertThat(violations(write(DrawnImages.slim()).replace("\"LIBRARY\"", "\"THING\""))).isNotEmpty();
    }

    @Test
    void writeIdentifiesTheImage() throws IOException {
        JsonNode document = read(DrawnImages.slim());
        assertThat(document.at("/spdxVersion").asString()).isEqualTo("SPDX-2.3");
        assertThat(document.at("/creationInfo/created").asString()).isEqualTo("2026-10-01T12:00:00Z");
        assertThat(document.at("/documentNamespace").asString())
                .matches("https://spdx.org/spdxdocs/tare-.{8}-.{4}-5.{3}-[89ab].{3}-.{12}")
                .isNotEqualTo(read(DrawnImages.distroless()).at("/documentNamespace").asString());
        assertThat(document.at("/packages/0/name").asString()).isEqualTo("tare:slim");
        assertThat(document.at("/packages/0/primaryPackagePurpose").asString()).isEqualTo("CONTAINER");
        assertThat(relationships(document)).contains("DOCUMENT DESCRIBES Image");
        assertThat(write(DrawnImages.slim())).isEqualTo(write(DrawnImages.slim()));
    }

    @Test
    void writeConnectsComponentsWithThoseThatContainThem() throws IOException {
        JsonNode document = read(InspectionBuilder.image("app:1")
                .os("debian", "13", "Debian")
                .layer("all")
                .dpkg("libjava", "1")
                .shadedJar("usr/share/java/all.jar", "all", "1", new ShadedLibrary("g", "inner", "2"))
                .packaged("usr/share/java/all.jar", "libjava")
                .build());
        assertThat(relationships(document)).containsExactly("DOCUMENT DESCRIBES Image",
                "Image CONTAINS OperatingSystem", "Image CONTAINS Package-0", "Package-0 CONTAINS Package-1",
                "Package-1 CONTAINS Package-1.0");
        assertThat(document.at("/packages").valueStream())
                .extracting(one -> one.at("/SPDXID").asString(), one -> one.at("/name").asString(),
                        one -> one.at("/externalRefs/0/referenceLocator").asString())
                .containsExactly(tuple("SPDXRef-Image", "app:1", ""),
                        tuple("SPDXRef-OperatingSystem", "debian", ""),
                        tuple("SPDXRef-Package-0", "libjava", "pkg:deb/debian/libjava@1?arch=amd64&distro=debian-13"),
                        tuple("SPDXRef-Package-1", "org.example:all", "pkg:maven/org.example/all@1"),
                        tuple("SPDXRef-Package-1.0", "g:inner", "pkg:maven/g/inner@2"));
    }

    @Test
    void writeHasTheDigestOfAJarAndTheSourceOfAPackage() throws IOException {
        Inspection image = InspectionBuilder.image("app:1")
                .os("debian", "13", "Debian")
                .layer("all")
                .dpkgOf("glibc", "libc6", "2.41")
                .jar("a.jar", "g", "a", "1", 1, "a")
                .build();
        JsonNode document = read(image);
        assertThat(document.at("/packages/2/sourceInfo").asString()).isEqualTo("built package from: glibc 2.41");
        assertThat(document.at("/packages/3/checksums/0/algorithm").asString()).isEqualTo("SHA256");
        assertThat(document.at("/packages/3/checksums/0/checksumValue").asString())
                .isEqualTo(image.software().jars().getFirst().content().hex());
        assertThat(document.at("/packages/3/annotations").findValuesAsString("comment")).contains(
                "tare:location: /a.jar", "tare:layer: 0", "tare:evidence: POM_PROPERTIES");
    }

    @Test
    void writeHasWholeSecondsAndAlwaysATime() throws IOException {
        assertThat(read(InspectionBuilder.image("a").created(Instant.parse("2026-01-02T03:04:05.678Z")).build())
                .at("/creationInfo/created")
                .asString()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(read(InspectionBuilder.image("a").created(null).build()).at("/creationInfo/created").asString())
                .isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void writeHasTheDependenciesBetweenPackages() throws IOException {
        JsonNode document = read(DrawnImage.anImage()
                .layer(l -> l.file("lib/apk/db/installed", "P:app\nV:1\nD:musl\n\nP:musl\nV:2\n"))
                .inspect());
        assertThat(relationships(document)).contains("Package-0 DEPENDS_ON Package-1").hasSize(4);
    }

    @Test
    void identifiersAreUniqueAndValid() throws IOException {
        List<String> identifiers = read(HostileTexts.image()).findValuesAsString("SPDXID");
        assertThat(identifiers).doesNotHaveDuplicates().allMatch(id -> IDENTIFIER.matcher(id).matches());
    }

    private static Stream<String> relationships(JsonNode document) {
        return document.at("/relationships")
                .valueStream()
                .map(one -> (one.at("/spdxElementId").asString() + " " + one.at("/relationshipType").asString() + " "
                        + one.at("/relatedSpdxElement").asString()).replace("SPDXRef-", ""));
    }

    private static Set<ValidationMessage> violations(String document) throws IOException {
        try (InputStream schema = SpdxTests.class.getResourceAsStream("/resources/spdx-schema-v2.3.json")) {
            JsonSchema parsed = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(requireNonNull(schema));
            return parsed.validate(new ObjectMapper().readTree(document));
        }
    }

    private static JsonNode read(Inspection inspection) throws IOException {
        return MAPPER.readTree(write(inspection));
    }

    private static String write(Inspection inspection) throws IOException {
        StringWriter writer = new StringWriter();
        SbomFormat.SPDX.write(inspection, writer);
        return writer.toString();
    }
}
