package dev.tare.ecosystem.java;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

import dev.tare.content.Unread;
import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import dev.tare.ecosystem.java.sbom.NativeExecutable;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.image.Digest;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class BillEvidenceTests {

    private static final String PATH = "META-INF/sbom/application.cdx.json";

    private static final byte[] LIBRARY = new JarBuilder().manifest("Implementation-Title: Library").toJar();

    @Test
    void jarInABootJarHasTheCoordinatesOfTheBillOfMaterialsBesideIt() {
        byte[] boot = new JarBuilder()
                .entry(PATH, bill("cyclonedx-maven-plugin", sha256("pkg:maven/org.example/lib@1.0", LIBRARY)))
                .stored("BOOT-INF/lib/lib-1.0.jar", LIBRARY)
                .toJar();
        assertThat(inspect(l -> l.file("app.jar", boot)).software().jars())
                .extracting(Jar::path, Jar::library, Jar::version, Jar::evidence)
                .containsExactly(tuple("app.jar", "app", null, Evidence.FILE_NAME),
                        tuple("app.jar!/BOOT-INF/lib/lib-1.0.jar", "org.example:lib", "1.0", Evidence.SBOM));
    }

    @Test
    void jarTooLargeForMemoryHasABillOfMaterialsToo() {
        byte[] boot = new JarBuilder().stored("large", new byte[64 << 20])
                .entry(PATH, bill("maven", sha256("pkg:maven/org.example/lib@1.0", LIBRARY)))
                .stored("BOOT-INF/lib/lib-1.0.jar", LIBRARY)
                .toJar();
        assertThat(inspect(l -> l.file("app.jar", boot)).software().jars().getLast().library())
                .isEqualTo("org.example:lib");
    }

    @Test
    void fileInAnotherLayerIdentifiesAJar() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("app/lib/any.jar", LIBRARY))
                .layer(l -> l.file("app/bom.json", bill("gradle", sha256("pkg:maven/org.example/lib@1.0", LIBRARY))))
                .inspect();
        assertThat(inspection.software().jars()).extracting(Jar::library, Jar::version)
                .containsExactly(tuple("org.example:lib", "1.0"));
    }

    @Test
    void hiddenBillOfMaterialsIsNoEvidence() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("lib.jar", LIBRARY)
                        .file("bom.json", bill("gradle", sha256("pkg:maven/org.example/lib@1.0", LIBRARY))))
                .layer(l -> l.whiteout("bom.json"))
                .inspect();
        assertThat(inspection.software().jars()).extracting(Jar::evidence).doesNotContain(Evidence.SBOM);
    }

    @Test
    void pomPropertiesOfAJarTakePrecedence() {
        byte[] jar = new JarBuilder().pom("org.example", "lib", "1.0").toJar();
        assertThat(jarsWith(jar, "maven", sha256("pkg:maven/org.other/other@2", jar)))
                .extracting(Jar::library, Jar::evidence)
                .containsExactly(tuple("org.example:lib", Evidence.POM_PROPERTIES));
    }

    @Test
    void pomPropertiesWithoutAVersionOrWithAShorterOneDoNotTakePrecedence() {
        byte[] open = new JarBuilder().pom("org.example", "lib", "${version}").toJar();
        byte[] shorter = new JarBuilder().pom("org.example", "lib", "1.0").toJar();
        assertThat(jarsWith("lib.jar", open, "maven", sha256("pkg:maven/org.example/lib@1.0", open)))
                .extracting(Jar::version, Jar::certainty)
                .containsExactly(tuple("1.0", Certainty.EXACT));
        assertThat(jarsWith("lib-1.0.jre11.jar", shorter, "maven", sha256("pkg:maven/org.example/lib@1.0.jre11",
                shorter))).extracting(Jar::version, Jar::certainty)
                .containsExactly(tuple("1.0.jre11", Certainty.EXACT));
    }

    @Test
    void pomPropertiesWithAnotherVersionThanTheFileNameDoNotTakePrecedence() {
        byte[] jar = new JarBuilder().pom("org.example", "lib", "1.0").toJar();
        assertThat(jarsWith("lib-2.0.jar", jar, "maven", sha256("pkg:maven/org.example/lib@2.0", jar)))
                .extracting(Jar::version, Jar::certainty)
                .containsExactly(tuple("2.0", Certainty.EXACT));
    }

    @Test
    void billOfMaterialsIsNotCertainIfTheJarContradictsIt() {
        byte[] titled = new JarBuilder().manifest("Implementation-Title: library", "Implementation-Version: 2.0")
                .toJar();
        assertThat(certainty("log4j-core-2.14.1.jar", LIBRARY, "org.evil/safe@9.9")).isEqualTo(Certainty.INFERRED);
        assertThat(certainty("log4j-core-2.14.1.jar", LIBRARY, "org.apache/log4j-core@2.17.1"))
                .isEqualTo(Certainty.INFERRED);
        assertThat(certainty("log4j-core-2.14.1.jar", LIBRARY, "org.evil/safe@2.14.1"))
                .isEqualTo(Certainty.INFERRED);
        assertThat(certainty("any.jar", titled, "org.evil/safe@9.9")).isEqualTo(Certainty.INFERRED);
    }

    @Test
    void billOfMaterialsIsCertainIfTheJarDoesNotContradictIt() {
        byte[] titled = new JarBuilder().manifest("Implementation-Title: library", "Implementation-Version: 2.0.0")
                .toJar();
        assertThat(certainty("any.jar", LIBRARY, "org.example/lib@1.0")).isEqualTo(Certainty.EXACT);
        assertThat(certainty("org.example.lib-1.0.jar", LIBRARY, "org.example/lib@1.0")).isEqualTo(Certainty.EXACT);
        assertThat(certainty("lib-1.0-linux.jar", LIBRARY, "org.example/lib@1.0")).isEqualTo(Certainty.EXACT);
        assertThat(certainty("log4j-1.2-api.jar", LIBRARY, "org.example/log4j-1.2-api@2.20.0"))
                .isEqualTo(Certainty.EXACT);
        assertThat(certainty("any.jar", titled, "org.example/lib@2.0")).isEqualTo(Certainty.EXACT);
        assertThat(certainty("any.jar", titled, "org.example/library@3.0")).isEqualTo(Certainty.EXACT);
    }

    @Test
    void contradictionIsNoEvidence() {
        assertThat(jarsWith(LIBRARY, "maven", sha256("pkg:maven/org.example/lib@1.0", LIBRARY),
                sha256("pkg:maven/org.example/lib@1.1", LIBRARY), sha256("pkg:maven/org.example/lib@1.0", LIBRARY)))
                .extracting(Jar::evidence)
                .doesNotContain(Evidence.SBOM);
    }

    @Test
    void repetitionIsNoContradiction() {
        assertThat(jarsWith(LIBRARY, "maven", sha256("pkg:maven/org.example/lib@1.0?type=jar", LIBRARY),
                sha256("pkg:maven/org.example/lib@1.0", LIBRARY))).extracting(Jar::library)
                .containsExactly("org.example:lib");
    }

    @Test
    void scannerDoesNotContradictABuildTool() {
        Inspection inspection = inspect(l -> l.file("lib.jar", LIBRARY)
                .file("a.cdx.json", bill("syft", sha256("pkg:maven/lib/lib@1.0", LIBRARY)))
                .file("b.cdx.json", bill("maven", sha256("pkg:maven/org.example/lib@1.0", LIBRARY))));
        assertThat(inspection.software().jars()).extracting(Jar::library).containsExactly("org.example:lib");
    }

    @Test
    void scannerCountsIfTheGroupIsUnknown() {
        assertThat(jarsWith(LIBRARY, "syft", sha256("pkg:maven/org.example/lib@1.0", LIBRARY)))
                .extracting(Jar::library, Jar::certainty)
                .containsExactly(tuple("org.example:lib", Certainty.INFERRED));
    }

    @Test
    void ownPomPropertiesAreNotAnUnpackedLibrary() {
        byte[] jar = new JarBuilder().pom("org.example", "lib", "1.0").pom("org.other", "in-it", "2").toJar();
        assertThat(jarsWith("shaded.jar", jar, "maven", sha256("pkg:maven/org.example/lib@1.0", jar))).singleElement()
                .satisfies(found -> {
                    assertThat(found.library()).isEqualTo("org.example:lib");
                    assertThat(found.libraries()).extracting(ShadedLibrary::library).containsExactly("org.other:in-it");
                });
    }

    @Test
    void componentWithoutItsJarIsNoJar() {
        assertThat(jarsWith(LIBRARY, "maven", sha256("pkg:maven/org.example/other@1.0", new byte[1]))).singleElement()
                .extracting(Jar::evidence)
                .isNotEqualTo(Evidence.SBOM);
    }

    @Test
    void damagedBillsOfMaterialsAreReportedAsUnread() {
        byte[] jar = new JarBuilder().entry(PATH, "{").toJar();
        assertThat(inspect(l -> l.file("app.jar", jar).file("bom.json", "{")).software().unread())
                .extracting(Unread::subject, Unread::path)
                .containsExactlyInAnyOrder(tuple(Unread.Subject.JAR, "app.jar"), tuple(Unread.Subject.JAR, "bom.json"));
    }

    @Test
    void billsOfMaterialsInAJarAreBoundedTogether() {
        String[] components = new String[7000];
        for (int i = 0; i < components.length; i++) {
            components[i] = sha256("pkg:maven/g/a" + i + "@1", new byte[1]);
        }
        String bill = bill("maven", components);
        byte[] jar = new JarBuilder().entry("a/bom.json", bill)
                .entry("b/bom.json", bill)
                .entry("c/bom.json", bill)
                .stored("random", random())
                .toJar();
        assertThat(inspect(l -> l.file("app.jar", jar)).software().unread()).singleElement()
                .satisfies(unread -> assertThat(unread.because()).contains("more than 20000 libraries"));
    }

    @Test
    void compressedBillsOfMaterialsInflateToABoundedSize() {
        byte[] gzip = NativeExecutable.gzip("{\"bomFormat\": \"CycloneDX\"" + " ".repeat(15 << 20) + "}");
        byte[] jar = new JarBuilder().entry("META-INF/sbom/a.cdx.json.gz", gzip).toJar();
        assertThat(inspect(l -> l.file("app.jar", jar).file("bom.json.gz", gzip)).software().unread())
                .extracting(Unread::because)
                .hasSize(2)
                .allSatisfy(because -> assertThat(because).contains("inflates to more bytes"));
    }

    @Test
    void compressedBillOfMaterialsOfQuarkusIsRead() {
        byte[] gzip = NativeExecutable.gzip(bill("quarkus", sha256("pkg:maven/org.example/lib@1.0", LIBRARY)));
        byte[] jar = new JarBuilder().entry("META-INF/sbom/dependency.cdx.json.gz", gzip).toJar();
        assertThat(inspect(
                l -> l.file("quarkus/generated-bytecode.jar", jar).file("lib/main/org.example.lib-1.0.jar", LIBRARY))
                .software()
                .jars()).extracting(Jar::library).contains("org.example:lib");
    }

    private static Certainty certainty(String name, byte[] jar, String listed) {
        return jarsWith(name, jar, "maven", sha256("pkg:maven/" + listed, jar)).getFirst().certainty();
    }

    private static byte[] random() {
        byte[] bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static List<Jar> jarsWith(byte[] jar, String tool, String... components) {
        return jarsWith("lib-1.0.jar", jar, tool, components);
    }

    private static List<Jar> jarsWith(String name, byte[] jar, String tool, String... components) {
        return inspect(l -> l.file("app/" + name, jar).file("app/bom.json", bill(tool, components))).software().jars();
    }

    private static Inspection inspect(Consumer<LayerBuilder> layer) {
        return DrawnImage.anImage().layer(layer).inspect();
    }

    private static String bill(String tool, String... components) {
        return String.format(Locale.ROOT, "{'bomFormat': 'CycloneDX', 'metadata': {'tools': [{'name': '%s'}]}, "
                .concat("'components': [%s]}"), tool, String.join(", ", components)).replace('\'', '"');
    }

    private static String sha256(String purl, byte[] jar) {
        return "{'purl': '" + purl + "', 'hashes': [{'alg': 'SHA-256', 'content': '" + Digest.sha256Of(jar).hex()
                + "'}]}";
    }
}
