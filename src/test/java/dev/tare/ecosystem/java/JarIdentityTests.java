package dev.tare.ecosystem.java;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import dev.tare.fixture.JarBuilder;
import dev.tare.image.Digest;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class JarIdentityTests {

    @Test
    void pomPropertiesCountFirst() {
        byte[] jar = new JarBuilder().manifest("Implementation-Title: other", "Implementation-Version: 9")
                .pom("org.example", "lib", "1.2.3")
                .toJar();
        assertThat(jars("app/lib.jar", jar)).usingRecursiveFieldByFieldElementComparatorIgnoringFields("fingerprint")
                .containsExactly(new Jar("app/lib.jar", "org.example", "lib", "1.2.3",
                        Evidence.POM_PROPERTIES, Certainty.EXACT, jar.length, Digest.sha256Of(jar), 0));
    }

    @Test
    void fileNameSelectsAmongSeveralPomProperties() {
        byte[] jar = new JarBuilder().pom("g", "shaded", "1").pom("g", "lib", "2").pom("g", "lib-core", "3").toJar();
        assertThat(jars("lib-core-3.jar", jar)).extracting(Jar::library).containsExactly("g:lib-core");
    }

    @Test
    void severalPomPropertiesWithOtherNamesAreNotUsed() {
        byte[] jar = new JarBuilder().pom("g", "a", "1").pom("g", "b", "2").toJar();
        assertThat(jars("app.jar", jar)).extracting(Jar::evidence).containsExactly(Evidence.FILE_NAME);
    }

    @Test
    void otherPomPropertiesInAJarAreItsLibraries() {
        byte[] jar = new JarBuilder().pom("g", "shaded", "1").pom("g", "lib", "2").pom("h", "other", "3").toJar();
        assertThat(jars("lib-2.jar", jar)).singleElement().satisfies(found -> {
            assertThat(found.library()).isEqualTo("g:lib");
            assertThat(found.libraries()).containsExactly(new ShadedLibrary("g", "shaded", "1"),
                    new ShadedLibrary("h", "other", "3"));
        });
    }

    @Test
    void librariesInAJarInAJarAreItsOwn() {
        byte[] inner = new JarBuilder().pom("g", "shaded", "1").pom("g", "inner", "2").toJar();
        byte[] outer = new JarBuilder().pom("g", "app", "3").stored("BOOT-INF/lib/inner-2.jar", inner).toJar();
        assertThat(jars("app.jar", outer)).extracting(Jar::library, jar -> jar.libraries().size())
                .containsExactly(tuple("g:app", 0), tuple("g:inner", 1));
    }

    @Test
    void allPomPropertiesAreLibrariesIfNoneIdentifiesTheJar() {
        byte[] jar = new JarBuilder().pom("g", "a", "1").pom("g", "b", "2").toJar();
        assertThat(jars("app.jar", jar)).singleElement()
                .satisfies(found -> assertThat(found.libraries()).extracting(ShadedLibrary::library)
                        .containsExactly("g:a", "g:b"));
    }

    @Test
    void manifestSelectsThePomPropertiesOfARenamedJar() {
        byte[] jar = new JarBuilder().manifest("Implementation-Title: service", "Implementation-Version: 2")
                .pom("g", "shaded", "1")
                .pom("g", "service", "2")
                .toJar();
        assertThat(jars("app.jar", jar)).singleElement().satisfies(found -> {
            assertThat(found.library()).isEqualTo("g:service");
            assertThat(found.libraries()).extracting(ShadedLibrary::library).containsExactly("g:shaded");
        });
    }

    /** Gradle packs jars without a pom.properties for the jar itself. */
    @Test
    void onlyPomPropertiesWithAnotherVersionThanTheFileNameBelongToALibrary() {
        byte[] jar = new JarBuilder().pom("com.google.code.gson", "gson", "2.10").toJar();
        assertThat(jars("service-1.0.jar", jar)).singleElement().satisfies(found -> {
            assertThat(found.library()).isEqualTo("service");
            assertThat(found.version()).isEqualTo("1.0");
            assertThat(found.libraries()).containsExactly(new ShadedLibrary("com.google.code.gson", "gson", "2.10"));
        });
    }

    @Test
    void pomPropertiesWithAnotherVersionThanTheFileNameAreNotCertain() {
        byte[] jar = new JarBuilder().pom("g", "lib", "1.0").toJar();
        byte[] snapshot = new JarBuilder().pom("g", "lib", "1.0-SNAPSHOT").toJar();
        byte[] named = new JarBuilder().manifest("Implementation-Title: lib", "Implementation-Version: 1.0")
                .pom("g", "lib", "1.0")
                .toJar();
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("a/lib-2.0.jar", jar)
                        .file("b/lib-1.0-SNAPSHOT.jar", jar)
                        .file("c/lib-1.0-redhat-1.jar", jar)
                        .file("d/lib-1.0-20260101.120000-1.jar", snapshot)
                        .file("e/app-2.0.jar", named)
                        .file("f/lib-1.0-linux.jar", jar)
                        .file("g/lib.jar", jar))
                .inspect()
                .software()
                .jars()).extracting(Jar::library, Jar::version, Jar::certainty)
                .containsExactly(tuple("g:lib", "1.0", Certainty.INFERRED),
                        tuple("g:lib", "1.0-SNAPSHOT", Certainty.INFERRED),
                        tuple("g:lib", "1.0-redhat-1", Certainty.INFERRED),
                        tuple("g:lib", "1.0-SNAPSHOT", Certainty.INFERRED),
                        tuple("g:lib", "1.0", Certainty.INFERRED), tuple("g:lib", "1.0", Certainty.EXACT),
                        tuple("g:lib", "1.0", Certainty.EXACT));
    }

    /** Gradle's Shadow plugin keeps the pom.properties of the libraries. */
    @Test
    void onlyPomPropertiesWithoutConfirmationBelongToALibrary() {
        byte[] titled = new JarBuilder().manifest("Implementation-Title: myapp", "Implementation-Version: 1.0")
                .pom("com.google.code.gson", "gson", "2.10.1")
                .toJar();
        byte[] untitled = new JarBuilder().pom("com.google.code.gson", "gson", "2.10.1").toJar();
        byte[] mavens = new JarBuilder()
                .manifest("Created-By: Maven JAR Plugin 3.4.2", "Implementation-Title: myapp",
                        "Implementation-Version: 1.0")
                .pom("com.google.code.gson", "gson", "2.10.1")
                .toJar();
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("app.jar", titled).file("mavens.jar", mavens).file("myapp-all.jar", untitled))
                .inspect();
        assertThat(inspection.software().jars()).extracting(Jar::library, Jar::version)
                .containsExactly(tuple("myapp", "1.0"), tuple("myapp", "1.0"), tuple("myapp-all", null));
        assertThat(inspection.software().jars()).allSatisfy(jar -> assertThat(jar.libraries())
                .containsExactly(new ShadedLibrary("com.google.code.gson", "gson", "2.10.1")));
    }

    /** A jar of Maven has its own pom.properties, even after the file is renamed. */
    @Test
    void onlyPomPropertiesIdentifyARenamedJarOfMaven() {
        byte[] jar = new JarBuilder().manifest("Created-By: Maven JAR Plugin 3.4.2", "Implementation-Title: A service",
                "Implementation-Version: 2").pom("g", "service", "2").toJar();
        byte[] bare = new JarBuilder().manifest("Created-By: Apache Maven").pom("g", "service", "2").toJar();
        assertThat(jars("app.jar", jar)).extracting(Jar::library).containsExactly("g:service");
        assertThat(jars("app.jar", bare)).extracting(Jar::library).containsExactly("g:service");
        assertThat(jars("app-1.0.jar", bare)).extracting(Jar::library).containsExactly("app");
    }

    /** Quarkus and sbt name the jars of an application in this way. */
    @Test
    void fileNameMayBeginWithTheGroup() {
        byte[] jar = new JarBuilder().pom("org.slf4j", "slf4j-api", "2.0.9").pom("g", "shaded", "1").toJar();
        assertThat(jars("org.slf4j.slf4j-api-2.0.9.jar", jar)).extracting(Jar::library)
                .containsExactly("org.slf4j:slf4j-api");
    }

    @Test
    void versionInTheNameOfAnArtifactIsNotItsVersion() {
        byte[] pom = new JarBuilder().manifest("Implementation-Version: 2.20.0")
                .pom("org.apache.logging.log4j", "log4j-1.2-api", "2.20.0")
                .toJar();
        byte[] implementation = new JarBuilder().manifest("Implementation-Version: 2.10.0-alpha").toJar();
        byte[] bundle = new JarBuilder().manifest("Bundle-Version: 1.0.2.Final").toJar();
        byte[] classified = new JarBuilder().manifest("Implementation-Version: 4.2.1").toJar();
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("clients-2.6-2.10.0-alpha.jar", implementation)
                        .file("jpa-2.1-api-1.0.2.Final.jar", bundle)
                        .file("log4j-1.2-api-2.20.0.jar", pom)
                        .file("native-2-4.2.1-linux-x86_64.jar", classified))
                .inspect();
        assertThat(inspection.software().jars()).extracting(Jar::library, Jar::version, Jar::evidence)
                .containsExactly(tuple("clients-2.6", "2.10.0-alpha", Evidence.MANIFEST),
                        tuple("jpa-2.1-api", "1.0.2.Final", Evidence.MANIFEST),
                        tuple("org.apache.logging.log4j:log4j-1.2-api", "2.20.0", Evidence.POM_PROPERTIES),
                        tuple("native-2", "4.2.1", Evidence.MANIFEST));
        assertThat(inspection.software().jars()).flatExtracting(Jar::libraries).isEmpty();
    }

    /** The vendor is usually a group, but commons-logging, velocity and others state {@code org.apache}. */
    @Test
    void vendorInTheManifestIsNotAGroup() {
        byte[] jar = new JarBuilder().manifest("Implementation-Vendor-Id: org.apache", "Implementation-Version: 1.7")
                .toJar();
        assertThat(jars("velocity-1.7.jar", jar)).extracting(Jar::groupId).containsOnlyNulls();
        assertThat(jars("velocity.jar", jar)).extracting(Jar::groupId).containsOnlyNulls();
    }

    /** Versions of products, bundles and builds in manifests. Scanners can confuse them with versions of libraries. */
    @Test
    void jarsInABootJarHaveTheVersionsOfTheirLibraries() {
        byte[] pom = new JarBuilder().manifest("Implementation-Version: 6.0.0-build.7", "Spring-Boot-Version: 4.1.2")
                .pom("org.example", "with-pom", "1.2.3")
                .toJar();
        byte[] build = new JarBuilder().manifest("Implementation-Title: kotlin-stdlib",
                "Implementation-Version: 2.2.0-release-294").toJar();
        byte[] bundle = new JarBuilder().manifest("Bundle-SymbolicName: org.yaml.snakeyaml", "Bundle-Version: 2.5.0")
                .toJar();
        byte[] product = new JarBuilder().manifest("Implementation-Title: Product", "Implementation-Version: 17")
                .toJar();
        byte[] classified = new JarBuilder().manifest("Implementation-Version: 4.2.1").toJar();
        byte[] boot = new JarBuilder()
                .manifest("Implementation-Title: service", "Implementation-Version: 0.0.1-SNAPSHOT",
                        "Spring-Boot-Version: 4.1.2")
                .pom("org.example", "service", "0.0.1-SNAPSHOT")
                .stored("BOOT-INF/lib/with-pom-1.2.3.jar", pom)
                .stored("BOOT-INF/lib/kotlin-stdlib-2.2.0.jar", build)
                .stored("BOOT-INF/lib/snakeyaml-2.5.jar", bundle)
                .stored("BOOT-INF/lib/part-3.1.jar", product)
                .stored("BOOT-INF/lib/native-4.2.1-linux-x86_64.jar", classified)
                .toJar();
        assertThat(jars("app.jar", boot)).extracting(Jar::library, Jar::version, Jar::evidence)
                .containsExactlyInAnyOrder(
                        tuple("org.example:service", "0.0.1-SNAPSHOT", Evidence.POM_PROPERTIES),
                        tuple("org.example:with-pom", "1.2.3", Evidence.POM_PROPERTIES),
                        tuple("kotlin-stdlib", "2.2.0", Evidence.FILE_NAME),
                        tuple("org.yaml:snakeyaml", "2.5", Evidence.MANIFEST), tuple("part", "3.1", Evidence.FILE_NAME),
                        tuple("native", "4.2.1", Evidence.MANIFEST));
    }

    @Test
    void manifestCountsWhereThereAreNoPomProperties() {
        byte[] jar = new JarBuilder().manifest("Implementation-Title: spring-core", "Implementation-Version: 7.0.1",
                "Automatic-Module-Name: spring.core").toJar();
        assertThat(jars("renamed.jar", jar)).singleElement().satisfies(found -> {
            assertThat(found.library()).isEqualTo("spring-core");
            assertThat(found.version()).isEqualTo("7.0.1");
            assertThat(found.evidence()).isEqualTo(Evidence.MANIFEST);
        });
    }

    @Test
    void majorVersionInTheNameOfAModuleIsNotPartOfTheArtifact() {
        byte[] module = new JarBuilder().manifest("Automatic-Module-Name: okhttp3").toJar();
        assertThat(jars("okhttp.jar", module)).extracting(Jar::artifactId).containsExactly("okhttp");
        assertThat(jars("app.jar", module)).extracting(Jar::artifactId).containsExactly("okhttp3");
    }

    @Test
    void shorterVersionCountsIfTheOtherOnlyHasAZeroMore() {
        byte[] padded = new JarBuilder().manifest("Implementation-Version: 1.70.0", "Bundle-Version: 1.70").toJar();
        byte[] bundle = new JarBuilder().manifest("Implementation-Version: 2.5", "Bundle-Version: 2.5.0").toJar();
        assertThat(jars("bcprov.jar", padded)).extracting(Jar::version).containsExactly("1.70");
        assertThat(jars("yaml.jar", bundle)).extracting(Jar::version).containsExactly("2.5");
    }

    @Test
    void fileNameWithVersionNamesTheArtifactBetterThanTheManifest() {
        byte[] jar = new JarBuilder().manifest("Bundle-SymbolicName: org.apache.tomcat-embed-core;singleton:=true",
                "Implementation-Title: Apache Tomcat", "Implementation-Version: 11.0.10").toJar();
        assertThat(jars("tomcat-embed-core-11.0.10.jar", jar)).extracting(Jar::artifactId)
                .containsExactly("tomcat-embed-core");
    }

    @Test
    void titlesForPeopleAndPlaceholdersAreNotIdentifiers() {
        byte[] jar = new JarBuilder().manifest("Implementation-Title: The Library", "Bundle-SymbolicName: the.library",
                "Implementation-Version: ${project.version}").toJar();
        assertThat(jars("x.jar", jar)).singleElement().satisfies(found -> {
            assertThat(found.artifactId()).isEqualTo("the.library");
            assertThat(found.version()).isNull();
        });
    }

    @Test
    void fileNameIsTheLastResort() {
        byte[] jar = new JarBuilder().entry("a.class", "").toJar();
        assertThat(jars("lib/commons-lang3-3.14.0-sources.jar", jar)).singleElement().satisfies(found -> {
            assertThat(found.artifactId()).isEqualTo("commons-lang3");
            assertThat(found.version()).isEqualTo("3.14.0-sources");
            assertThat(found.evidence()).isEqualTo(Evidence.FILE_NAME);
        });
    }

    @Test
    void unreadableJarIsIdentifiedByItsFileName() {
        for (byte[] content : new byte[][] { {}, "no jar".getBytes(StandardCharsets.UTF_8), new byte[100] }) {
            assertThat(jars("a-1.0.jar", content)).singleElement().satisfies(found -> {
                assertThat(found.artifactId()).isEqualTo("a");
                assertThat(found.evidence()).isEqualTo(Evidence.FILE_NAME);
                assertThat(found.size()).isEqualTo(content.length);
            });
        }
    }

    private static List<Jar> jars(String path, byte[] jar) {
        return DrawnImage.anImage().layer(l -> l.file(path, jar)).inspect().software().jars();
    }
}
