package dev.tare.report.sbom;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import dev.tare.content.Unread;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SbomTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void writeFollowsTheSchemaOfCycloneDx() throws IOException {
        for (Inspection inspection : List.of(DrawnImages.slim(), DrawnImages.distroless(), DrawnImages.unknown(),
                InspectionBuilder.image("").layer("empty").build())) {
            List<ParseException> problems = new JsonParser().validate(write(inspection), Version.VERSION_16);
            assertThat(problems).as("violations of the schema by %s", inspection.image().name()).isEmpty();
        }
    }

    /** Guards the test above: a schema that accepts everything would prove nothing. */
    @Test
    void schemaRejectsAnInvalidBillOfMaterials() throws IOException {
        String broken = write(DrawnImages.slim()).replace("\"type\":\"library\"", "\"type\":\"thing\"");
        assertThat(new JsonParser().validate(broken, Version.VERSION_16)).isNotEmpty();
    }

    @Test
    void writeNamesEveryPackageAsScannersLookItUp() throws IOException {
        Inspection image = InspectionBuilder.image("app:1")
                .os("debian", "13", "Debian GNU/Linux 13 (trixie)")
                .layer("all")
                .dpkg("libstdc++6", "1:14.2~rc1+x", "arm64")
                .languagePackage("npm", "@angular/core", "20.1.0", "n/package.json")
                .languagePackage("pypi", "Typing_Extensions", "4.15.0", "p/METADATA")
                .jar("a.jar", "org.spring", "spring", "7.0", 1, "s")
                .build();
        assertThat(read(image).at("/components").findValuesAsString("purl")).containsExactly(
                "pkg:deb/debian/libstdc%2B%2B6@1:14.2~rc1%2Bx?arch=arm64&distro=debian-13",
                "pkg:npm/%40angular/core@20.1.0", "pkg:pypi/typing-extensions@4.15.0",
                "pkg:maven/org.spring/spring@7.0");
    }

    @Test
    void writeWhenTheDistributionIsUnknownHasNoPackageUrls() throws IOException {
        Inspection image = InspectionBuilder.image("app:1").layer("all").dpkg("libc6", "2.41").build();
        assertThat(read(image).at("/components/0/name").asString()).isEqualTo("libc6");
        assertThat(read(image).at("/components/0/purl").isMissingNode()).isTrue();
    }

    @Test
    void writeHasTheLayerAndFileDigestOfAComponent() throws IOException {
        JsonNode components = read(DrawnImages.slim()).at("/components");
        JsonNode jar = components.valueStream()
                .filter(one -> one.at("/bom-ref").asString().equals("jar:app/libs/spring.jar"))
                .findFirst()
                .orElseThrow();
        Inspection image = DrawnImages.slim();
        assertThat(jar.at("/hashes/0/content").asString())
                .isEqualTo(image.software().jars().getFirst().content().hex());
        assertThat(jar.at("/evidence/occurrences/0/location").asString()).isEqualTo("/app/libs/spring.jar");
        assertThat(jar.at("/properties").findValuesAsString("value")).contains("POM_PROPERTIES", "2",
                image.weight().layers().get(2).layer().diffId().toString());
    }

    @Test
    void writeIdentifiesTheImage() throws IOException {
        JsonNode bom = read(DrawnImages.slim());
        assertThat(bom.at("/metadata/component/type").asString()).isEqualTo("container");
        assertThat(bom.at("/metadata/component/name").asString()).isEqualTo("tare:slim");
        assertThat(bom.at("/metadata/component/version").asString())
                .isEqualTo(DrawnImages.slim().image().id().toString());
        assertThat(bom.at("/metadata/timestamp").asString()).isEqualTo("2026-10-01T12:00:00Z");
        assertThat(bom.at("/serialNumber").asString()).matches("urn:uuid:.{8}-.{4}-5.{3}-[89ab].{3}-.{12}");
    }

    @Test
    void writeTwiceIsTheSame() throws IOException {
        assertThat(write(DrawnImages.slim())).isEqualTo(write(DrawnImages.slim()));
        assertThat(read(DrawnImages.slim()).at("/serialNumber"))
                .isNotEqualTo(read(DrawnImages.distroless()).at("/serialNumber"));
    }

    @Test
    void writeGivesEachComponentAUniqueReference() throws IOException {
        Inspection image = InspectionBuilder.image("app:1")
                .layer("all")
                .dpkg("a", "1")
                .dpkg("a", "1")
                .jar("a.jar", "g", "a", "1", 1, "a")
                .jar("b.jar", "g", "a", "1", 1, "a")
                .build();
        assertThat(read(image).at("/components").findValuesAsString("bom-ref")).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void writeHasTheLibrariesThatWereUnpackedIntoAJar() throws IOException {
        Inspection image = InspectionBuilder.image("app:1")
                .layer("all")
                .shadedJar("app/all.jar", "all", "1", new ShadedLibrary("g", "inner", "2"),
                        new ShadedLibrary(null, "nameless", null))
                .build();
        JsonNode components = read(image).at("/components");
        assertThat(components.findValuesAsString("name")).contains("all", "inner", "nameless");
        assertThat(components.findValuesAsString("purl"))
                .containsExactly("pkg:maven/org.example/all@1", "pkg:maven/g/inner@2");
        assertThat(components.at("/1/evidence/occurrences/0/location").asString()).isEqualTo("/app/all.jar");
        assertThat(components.findValuesAsString("bom-ref")).doesNotHaveDuplicates().hasSize(3);
        assertThat(new JsonParser().validate(write(image), Version.VERSION_16)).isEmpty();
    }

    @Test
    void writeGivesEntriesWithTheSameNameUniqueReferences() throws IOException {
        String path = "a.jar!/i.jar";
        Inspection image = InspectionBuilder.image("app:1")
                .layer("all")
                .jar(path, "g", "i", "1", 1, "a")
                .jar(path, "g", "i", "1", 1, "a")
                .jar(path + "#2", "g", "i", "1", 1, "a")
                .jar(path, "g", "i", "1", 1, "a")
                .build();
        assertThat(read(image).at("/components").findValuesAsString("bom-ref")).doesNotHaveDuplicates().hasSize(4);
        assertThat(new JsonParser().validate(write(image), Version.VERSION_16)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "@scope/", "/name", "/" })
    void writeHasNoPackageUrlForAnInvalidName(String name) throws IOException {
        Inspection image = InspectionBuilder.image("app:1")
                .layer("all")
                .languagePackage("npm", name, "1", "n/package.json")
                .build();
        assertThat(read(image).at("/components/0/purl").isMissingNode()).isTrue();
        assertThat(new JsonParser().validate(write(image), Version.VERSION_16)).isEmpty();
    }

    @Test
    void writeWhenAFileIsUnreadIsMarkedAsIncomplete() throws IOException {
        Inspection image = InspectionBuilder.image("app:1")
                .layer("all")
                .unread(Unread.Subject.OS_PACKAGES, "var/lib/rpm/Packages", "It is a Berkeley database.")
                .build();
        assertThat(read(image).at("/compositions/0/aggregate").asString()).isEqualTo("incomplete");
        assertThat(read(image).at("/metadata/component/properties").findValuesAsString("value"))
                .contains("/var/lib/rpm/Packages: It is a Berkeley database.");
    }

    @Test
    void writeIsAlwaysAscii() throws IOException {
        String bom = write(InspectionBuilder.image("\ud800é").layer("a").dpkg("\u202e", "\ud800").build());
        assertThat(bom.chars()).allMatch(character -> character >= ' ' && character < 0x7f);
    }

    private static JsonNode read(Inspection inspection) throws IOException {
        return MAPPER.readTree(write(inspection));
    }

    private static String write(Inspection inspection) throws IOException {
        StringWriter writer = new StringWriter();
        Sbom.write(inspection, writer);
        return writer.toString();
    }
}
