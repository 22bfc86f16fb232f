package dev.tare.ecosystem.java;

import java.util.Map;
import java.util.function.Consumer;

import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

class JarFamiliesTests {

    @Test
    void commonPackageOfAFamilyIsItsGroup() {
        Map<String, Jar> jars = inspect(l -> add(l, "spring-beans-6.1.2.jar", "org/springframework/beans/A.class"),
                l -> add(l, "spring-jdbc-6.1.2.jar", "org/springframework/jdbc/A.class"),
                l -> add(l, "spring-boot-3.2.0.jar", "org/springframework/boot/A.class"),
                l -> add(l, "spring-boot-jdbc-3.2.0.jar", "org/springframework/boot/jdbc/A.class"),
                l -> add(l, "spring-boot-autoconfigure-3.2.0.jar", "org/springframework/boot/autoconfigure/A.class"));
        assertThat(jars.get("spring-beans-6.1.2.jar").groupId()).isEqualTo("org.springframework");
        assertThat(jars.get("spring-boot-3.2.0.jar").groupId()).isEqualTo("org.springframework.boot");
        assertThat(jars.values()).extracting(Jar::evidence).containsOnly(Evidence.PACKAGES);
        assertThat(jars.values()).extracting(Jar::certainty).containsOnly(Certainty.INFERRED);
    }

    /** Spring Boot 3.2.0 and Spring Session 3.2.0 are two groups. */
    @Test
    void jarWithTheSameVersionByChanceDoesNotExtendTheGroup() {
        Map<String, Jar> jars = inspect(l -> add(l, "spring-boot-3.2.0.jar", "org/springframework/boot/A.class"),
                l -> add(l, "spring-boot-jdbc-3.2.0.jar", "org/springframework/boot/jdbc/A.class"),
                l -> add(l, "spring-boot-actuator-3.2.0.jar", "org/springframework/boot/actuate/A.class"),
                l -> add(l, "spring-session-core-3.2.0.jar", "org/springframework/session/A.class"));
        assertThat(jars.get("spring-boot-jdbc-3.2.0.jar").groupId()).isEqualTo("org.springframework.boot");
        assertThat(jars.get("spring-session-core-3.2.0.jar").groupId()).isNull();
        assertThat(inspect(l -> add(l, "spring-ldap-core-3.2.0.jar", "org/springframework/ldap/A.class"),
                l -> add(l, "spring-session-core-3.2.0.jar", "org/springframework/session/A.class")).values())
                .extracting(Jar::groupId)
                .containsOnlyNulls();
    }

    @Test
    void jarsInAJarAreAFamily() {
        byte[] boot = new JarBuilder()
                .stored("BOOT-INF/lib/spring-beans-6.1.2.jar",
                        new JarBuilder().entry("org/springframework/beans/A.class", "").toJar())
                .stored("BOOT-INF/lib/spring-jdbc-6.1.2.jar",
                        new JarBuilder().entry("org/springframework/jdbc/A.class", "").toJar())
                .toJar();
        assertThat(DrawnImage.anImage().layer(l -> l.file("app.jar", boot)).inspect().software().jars())
                .extracting(Jar::library)
                .containsExactly("app", "org.springframework:spring-beans", "org.springframework:spring-jdbc");
    }

    @Test
    void knownGroupOfAFamilyIsThatOfItsOtherJars() {
        byte[] known =
                new JarBuilder().pom("org.example", "lib-core", "1").entry("org/example/core/A.class", "").toJar();
        Map<String, Jar> jars = inspect(l -> l.file("lib/lib-core-1.jar", known),
                l -> add(l, "lib-web-1.jar", "org/example/web/A.class"),
                l -> add(l, "lib-elsewhere-1.jar", "com/other/A.class"),
                l -> add(l, "lib-other-2.jar", "org/example/other/A.class"));
        assertThat(jars.get("lib-web-1.jar").groupId()).isEqualTo("org.example");
        assertThat(jars.get("lib-elsewhere-1.jar").groupId()).isNull();
        assertThat(jars.get("lib-other-2.jar").groupId()).isNull();
    }

    /** Spring Data 4.1.2 states its group, and Spring Boot 4.1.2 does not. */
    @Test
    void jarsOutsideOfTheKnownGroupHaveTheirOwnCommonPackage() {
        byte[] data = new JarBuilder().pom("org.springframework.data", "spring-data-jpa", "4.1.2")
                .entry("org/springframework/data/jpa/A.class", "")
                .toJar();
        Map<String, Jar> jars = inspect(l -> l.file("lib/spring-data-jpa-4.1.2.jar", data),
                l -> add(l, "spring-boot-4.1.2.jar", "org/springframework/boot/A.class"),
                l -> add(l, "spring-boot-jdbc-4.1.2.jar", "org/springframework/boot/jdbc/A.class"),
                l -> add(l, "spring-boot-actuator-4.1.2.jar", "org/springframework/boot/actuate/A.class"),
                l -> add(l, "spring-boot-starter-4.1.2.jar", "a.txt"),
                l -> add(l, "spring-data-redis-4.1.2.jar", "org/springframework/data/redis/A.class"));
        assertThat(jars.get("spring-boot-jdbc-4.1.2.jar").groupId()).isEqualTo("org.springframework.boot");
        assertThat(jars.get("spring-boot-starter-4.1.2.jar").groupId()).isEqualTo("org.springframework.boot");
        assertThat(jars.get("spring-data-redis-4.1.2.jar").groupId()).isEqualTo("org.springframework.data");
    }

    /** The classes of tomcat-catalina are in org.apache.catalina, and its group is org.apache.tomcat. */
    @Test
    void packageIsNoGroupIfAJarOfTheSameVersionIsInItAndHasAnotherGroup() {
        byte[] known = new JarBuilder().pom("org.apache.tomcat", "tomcat-catalina", "9.0.82")
                .entry("org/apache/catalina/core/A.class", "")
                .toJar();
        Map<String, Jar> jars = inspect(l -> l.file("lib/tomcat-catalina-9.0.82.jar", known),
                l -> add(l, "catalina-ha-9.0.82.jar", "org/apache/catalina/ha/A.class"),
                l -> add(l, "catalina-ssi-9.0.82.jar", "org/apache/catalina/ssi/A.class"),
                l -> add(l, "catalina-tribes-9.0.82.jar", "org/apache/catalina/tribes/A.class"));
        assertThat(jars.get("catalina-tribes-9.0.82.jar").groupId()).isNull();
    }

    /** The classes of org.mongodb are in com.mongodb, those of Tomcat Tribes in org.apache.catalina. */
    @Test
    void packageIsNoGroupIfTheSymbolicNameOrTheModuleIsElsewhere() {
        Map<String, Jar> jars = inspect(
                l -> named(l, "mongodb-driver-core-5.jar", "Bundle-SymbolicName: org.mongodb.driver-core",
                        "com/mongodb/core/A.class"),
                l -> named(l, "mongodb-driver-sync-5.jar", "Automatic-Module-Name: org.mongodb.driver.sync",
                        "com/mongodb/client/A.class"),
                l -> named(l, "acme-web-3.jar", "Bundle-SymbolicName: org.acme.product-web", "org/acme/web/A.class"),
                l -> named(l, "acme-core-3.jar", "Automatic-Module-Name: acme.core", "org/acme/core/A.class"));
        assertThat(jars.get("mongodb-driver-core-5.jar").groupId()).isNull();
        assertThat(jars.get("mongodb-driver-sync-5.jar").groupId()).isNull();
        assertThat(jars.get("acme-web-3.jar").groupId()).isEqualTo("org.acme");
        assertThat(jars.get("acme-core-3.jar").groupId()).isEqualTo("org.acme");
    }

    @Test
    void jarWithoutClassesBelongsToTheFamilyIfItContinuesAName() {
        Map<String, Jar> jars = inspect(l -> add(l, "acme-boot-3.jar", "org/acme/boot/A.class"),
                l -> add(l, "acme-web-3.jar", "org/acme/web/A.class"), l -> add(l, "acme-boot-starter-3.jar", "a.txt"),
                l -> add(l, "acme-docs-3.jar", "a.txt"));
        assertThat(jars.get("acme-boot-starter-3.jar").groupId()).isEqualTo("org.acme");
        assertThat(jars.get("acme-docs-3.jar").groupId()).isNull();
    }

    /** The package com.sun.jna is no group. */
    @Test
    void libraryWithAnExtensionIsNoFamily() {
        assertThat(inspect(l -> add(l, "jna-5.14.0.jar", "com/sun/jna/A.class"),
                l -> add(l, "jna-platform-5.14.0.jar", "com/sun/jna/platform/A.class")).values())
                .extracting(Jar::groupId)
                .containsOnlyNulls();
    }

    @Test
    void knownJarOfAnotherGroupContradictsThePackage() {
        byte[] io = new JarBuilder().pom("commons-io", "commons-io", "2.15")
                .entry("org/apache/commons/io/A.class", "")
                .toJar();
        assertThat(inspect(l -> l.file("lib/commons-io-2.15.jar", io),
                l -> add(l, "commons-cli-1.0.jar", "org/apache/commons/cli/A.class"),
                l -> add(l, "commons-el-1.0.jar", "org/apache/commons/el/A.class")).get("commons-cli-1.0.jar")
                .groupId())
                .isNull();
    }

    @Test
    void groupsWithSeveralJarsEachAreNoFamily() {
        assertThat(inspect(l -> add(l, "junit-jupiter-api-6.0.jar", "org/junit/jupiter/api/A.class"),
                l -> add(l, "junit-jupiter-engine-6.0.jar", "org/junit/jupiter/engine/A.class"),
                l -> add(l, "junit-platform-commons-6.0.jar", "org/junit/platform/commons/A.class"),
                l -> add(l, "junit-platform-engine-6.0.jar", "org/junit/platform/engine/A.class")).values())
                .extracting(Jar::groupId)
                .containsOnlyNulls();
    }

    @Test
    void familyMayBePartOfAProduct() {
        assertThat(inspect(l -> add(l, "kafka-clients-3.6.1.jar", "org/apache/kafka/A.class"),
                l -> add(l, "connect-api-3.6.1.jar", "org/apache/kafka/connect/api/A.class"),
                l -> add(l, "connect-json-3.6.1.jar", "org/apache/kafka/connect/json/A.class"))
                .get("connect-api-3.6.1.jar")
                .groupId()).isEqualTo("org.apache.kafka");
    }

    @SafeVarargs
    private static Map<String, Jar> inspect(Consumer<LayerBuilder>... files) {
        return DrawnImage.anImage().layer(l -> {
            for (Consumer<LayerBuilder> file : files) {
                file.accept(l);
            }
        })
                .inspect()
                .software()
                .jars()
                .stream()
                .collect(toMap(jar -> jar.path().substring("lib/".length()), jar -> jar));
    }

    private static void add(LayerBuilder layer, String name, String entry) {
        layer.file("lib/" + name, new JarBuilder().entry(entry, "").toJar());
    }

    private static void named(LayerBuilder layer, String name, String attribute, String entry) {
        layer.file("lib/" + name, new JarBuilder().manifest(attribute).entry(entry, "").toJar());
    }
}
