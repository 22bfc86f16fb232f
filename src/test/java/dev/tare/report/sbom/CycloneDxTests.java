package dev.tare.report.sbom;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import dev.tare.content.Unread;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CycloneDxTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void writeFollowsTheSchemaOfCycloneDx() throws IOException {
        for (Inspection inspection : List.of(DrawnImages.slim(), DrawnImages.distroless(), DrawnImages.unknown(),
                HostileTexts.image(), InspectionBuilder.image("").layer("empty").build())) {
            List<ParseException> problems = new JsonParser().validate(write(inspection), Version.VERSION_16);
            assertThat(problems).as("violations of the schema by %s", inspection.image().name()).isEmpty();
        }
    }

    @Test
    void writeHasTheLicensesOfAComponent() throws IOException {
        Inspection image = licensed();
        assertThat(new JsonParser().validate(write(image), Version.VERSION_16)).isEmpty();
        assertThat(read(image).at("/components").valueStream()).extracting(one -> one.path("licenses").toString())
                .containsExactly("[{\"license\":{\"id\":\"MIT\"}}]",
                        "[{\"license\":{\"id\":\"MIT\"}},{\"license\":{\"id\":\"ISC\"}}]",
                        "[{\"expression\":\"(MIT OR ISC) AND EPL-1.0+\"}]",
                        "[{\"license\":{\"id\":\"MIT\"}},{\"license\":{\"name\":\"BSD\"}}]",
                        "[{\"expression\":\"LicenseRef-own\"}]", "");
    }

    static Inspection licensed() {
        return InspectionBuilder.image("app:1")
                .layer("all")
                .licensed("a", "The MIT License")
                .licensed("b", "MIT", "ISC")
                .licensed("c", "MIT OR ISC", "EPL-1.0+")
                .licensed("d", "MIT", "BSD")
                .licensed("e", "LicenseRef-own")
                .licensed("f")
                .build();
    }

    /** Otherwise a scanner would count the package twice. Packages of conda that own each other stay apart. */
    @Test
    void writeNestsPackagesInThoseOfConda() throws IOException {
        JsonNode components = read(InspectionBuilder.image("app:1")
                .layer("all")
                .owned("conda", "a", "conda-meta/a.json", "b")
                .owned("conda", "b", "conda-meta/b.json", "a")
                .owned("pypi", "six", "site-packages/six/METADATA", "a")
                .build()).at("/components");
        assertThat(components.valueStream()).extracting(one -> one.at("/name").asString(),
                one -> one.at("/components/0/name").asString())
                .containsExactly(tuple("a", "six"), tuple("b", ""));
        assertThat(components.at("/0/components/0/properties").findValuesAsString("name")).contains("tare:owner");
    }

    /** Copies in other packages are marked, so that scanners can ignore them. */
    @Test
    void writeMarksBundledPackages() throws IOException {
        JsonNode components = read(InspectionBuilder.image("app:1")
                .layer("all")
                .languagePackage("pypi", "pip", "24", "pip.dist-info/METADATA")
                .bundled("pypi", "urllib3", "1.26", "pip/_vendor/urllib3.dist-info/METADATA")
                .build()).at("/components");
        assertThat(components.valueStream())
                .extracting(one -> one.at("/name").asString(), one -> one.at("/properties/0/name").asString())
                .containsExactly(tuple("pip", "tare:layer"), tuple("urllib3", "tare:bundled"));
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

    /** The library of a native executable. */
    @Test
    void writeSplitsTheGroupFromTheNameOfAJavaLibrary() throws IOException {
        JsonNode library = read(InspectionBuilder.image("app:1")
                .layer("all")
                .languagePackage("java", "org.spring:spring", "7.0", "app")
                .build()).at("/components/0");
        assertThat(library.get("group").asString()).isEqualTo("org.spring");
        assertThat(library.get("name").asString()).isEqualTo("spring");
        assertThat(library.get("purl").asString()).isEqualTo("pkg:maven/org.spring/spring@7.0");
    }

    @Test
    void writeNestsWhatAPackageOwnsAndWhatAJarContains() throws IOException {
        JsonNode components = read(InspectionBuilder.image("app:1")
                .layer("all")
                .dpkg("libb-java", "1")
                .dpkg("openjdk-21-jre-headless", "21.0.4+7-1")
                .dpkg("python3-a", "1")
                .languagePackage("pypi", "a", "1", "usr/lib/python3/dist-packages/a-1.dist-info/METADATA")
                .languagePackage("pypi", "own", "1", "app/own-1.dist-info/METADATA")
                .java("usr/lib/jvm/java-21", "Debian", "21.0.4", JavaRuntime.Kind.JRE)
                .jar("usr/share/java/b.jar", "g", "b", "1", 1, "b")
                .jar("usr/share/java/b.jar!/lib/c.jar", "g", "c", "1", 1, "c")
                .jar("usr/share/java/b.jar!/lib/c.jar!/unread.jar!/d.jar", "g", "d", "1", 1, "d")
                .jar("app.jar", "g", "app", "1", 1, "app")
                .file("usr/lib/python3/dist-packages/a-1.dist-info/METADATA", 1)
                .packaged("usr/lib/python3/dist-packages/a-1.dist-info/METADATA", "python3-a")
                .file("usr/lib/jvm/java-21/lib/modules", 1)
                .packaged("usr/lib/jvm/java-21/lib/modules", "openjdk-21-jre-headless")
                .packaged("usr/share/java/b.jar", "libb-java")
                .build()).at("/components");
        assertThat(components.valueStream()).extracting(CycloneDxTests::nested)
                .containsExactly("libb-java[b[c[d]]]", "openjdk-21-jre-headless[java]", "python3-a[a]", "own",
                        "app");
    }

    @Test
    void writeBoundsTheLevelsOfJarsInJars() throws IOException {
        InspectionBuilder image = InspectionBuilder.image("app:1").layer("all");
        String path = "a.jar";
        for (int i = 0; i < 100; i++) {
            image.jar(path, "g", "a" + i, "1", 1, path);
            path += "!/a.jar";
        }
        JsonNode component = read(image.build()).at("/components/0");
        int levels = 0;
        while (!component.isMissingNode()) {
            levels++;
            component = component.at("/components/0");
        }
        assertThat(levels).isEqualTo(ComponentTree.MAX_DEPTH);
        assertThat(read(image.build()).findValuesAsString("bom-ref")).filteredOn(ref -> ref.startsWith("jar:"))
                .hasSize(100);
    }

    private static String nested(JsonNode component) {
        String inner = component.at("/components").valueStream().map(CycloneDxTests::nested).collect(joining(" "));
        return component.at("/name").asString() + (inner.isEmpty() ? "" : "[" + inner + "]");
    }

    @Test
    void writeHasTheDependenciesBetweenPackages() throws IOException {
        JsonNode bom = read(DrawnImage.anImage()
                .layer(l -> l.file("lib/apk/db/installed", """
                        P:app
                        V:1
                        D:so:libc.so.6 gone

                        P:musl
                        V:2
                        p:so:libc.so.6=1
                        """))
                .inspect());
        assertThat(bom.at("/dependencies").toString()).isEqualTo("""
                [{"ref":"image","dependsOn":["apk:0","apk:1"]},\
                {"ref":"apk:0","dependsOn":["apk:1"]},{"ref":"apk:1","dependsOn":[]}]""");
    }

    @ParameterizedTest
    @CsvSource({ "12.3-1, 2.3-1, true", "1:2.3-1, 2.3-1, false", "2.3-1, 2.3-1, false" })
    void writeHasTheVersionOfASourcePackageIfItDiffers(String version, String source, boolean expected)
            throws IOException {
        JsonNode bom = read(DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", """
                        Package: app
                        Status: install ok installed
                        Architecture: amd64
                        Version: %s
                        Source: src (%s)
                        """.formatted(version, source)))
                .inspect());
        assertThat(bom.at("/components/0/properties").findValuesAsString("name").contains("tare:source-version"))
                .isEqualTo(expected);
    }

    /** Trivy compares the name with its own names of distributions, and Syft reads the property. */
    @ParameterizedTest
    @CsvSource({ "rhel, redhat", "amzn, amazon", "ol, oracle", "almalinux, alma", "mariner, cbl-mariner",
            "opensuse, opensuse-leap", "sle-micro, slem", "debian, debian", "rocky, rocky" })
    void writeNamesTheDistributionAsScannersDo(String id, String name) throws IOException {
        Inspection image = InspectionBuilder.image("app:1").os(id, "9", "Linux").layer("all").build();
        JsonNode system = read(image).at("/components/0");
        assertThat(system.at("/name").asString()).isEqualTo(name);
        assertThat(system.at("/properties/0/name").asString()).isEqualTo("syft:distro:id");
        assertThat(system.at("/properties/0/value").asString()).isEqualTo(id);
        StringWriter spdx = new StringWriter();
        SbomFormat.SPDX.write(image, spdx);
        assertThat(MAPPER.readTree(spdx.toString()).at("/packages/1/name").asString()).isEqualTo(name);
    }

    /** Scanners skip components of the type for platforms. */
    @Test
    void writeHasJavaRuntimesAsScannersLookThemUp() throws IOException {
        JsonNode runtime = read(DrawnImage.anImage().layer(l -> l.file("opt/java/release", """
                IMPLEMENTOR="Eclipse Adoptium"
                JAVA_VERSION="25.0.3"
                JAVA_RUNTIME_VERSION="25.0.3+9-LTS"
                """)).inspect()).at("/components/0");
        assertThat(runtime.at("/type").asString()).isEqualTo("application");
        assertThat(runtime.at("/purl").asString()).isEqualTo("pkg:generic/oracle/openjdk@25.0.3%2B9-LTS");
        assertThat(runtime.at("/cpe").asString()).isEqualTo("cpe:2.3:a:oracle:openjdk:25.0.3:*:*:*:*:*:*:*");
    }

    @Test
    void writeHasTheLayersAndLabelsOfTheImage() throws IOException {
        Inspection image = InspectionBuilder.image("app:1").oci().label("team", "a").layer("one").layer("two").build();
        assertThat(read(image).at("/metadata/component/properties").valueStream())
                .extracting(one -> one.at("/name").asString(), one -> one.at("/value").asString())
                .contains(tuple("tare:architecture", "amd64"), tuple("tare:label:team", "a"),
                        tuple("tare:manifest-digest", String.valueOf(image.image().manifestDigest())),
                        tuple("tare:layer:1:digest", image.image().layers().get(1).digest().toString()),
                        tuple("tare:layer:1:diff-id", image.image().layers().get(1).diffId().toString()),
                        tuple("tare:layer:1:stored-bytes", "0"), tuple("tare:layer:1:uncompressed-bytes", "0"));
    }

    @Test
    void writeWhenTheImageHasNoTimeHasNoTimestamp() throws IOException {
        JsonNode bom = read(InspectionBuilder.image("app:1").created(null).layer("all").build());
        assertThat(bom.at("/metadata/timestamp").isMissingNode()).isTrue();
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
                .filter(one -> one.at("/evidence/occurrences/0/location").asString().equals("/app/libs/spring.jar"))
                .findFirst()
                .orElseThrow();
        Inspection image = DrawnImages.slim();
        assertThat(jar.at("/hashes/0/content").asString())
                .isEqualTo(image.software().jars().getFirst().content().hex());
        assertThat(jar.at("/bom-ref").asString()).matches("jar:\\d+");
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
        assertThat(components.at("/0/components/0/evidence/occurrences/0/location").asString())
                .isEqualTo("/app/all.jar");
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
        SbomFormat.CYCLONEDX.write(inspection, writer);
        return writer.toString();
    }
}
