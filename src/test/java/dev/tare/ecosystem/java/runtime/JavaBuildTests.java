package dev.tare.ecosystem.java.runtime;

import java.util.stream.Stream;

import dev.tare.fixture.JarBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.secret.FakeTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class JavaBuildTests {

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void releaseFileStatesProductAndVersions(JavaProduct product, @Nullable String productVersion, String version,
            @Nullable String runtimeVersion, JavaVm vm, String release) {
        JavaBuild build = DrawnImage.anImage()
                .layer(layer -> layer.file("opt/java/release", release))
                .inspect()
                .software()
                .javaRuntimes()
                .getFirst()
                .build();
        assertThat(build.product()).isEqualTo(product);
        assertThat(build.productVersion()).isEqualTo(productVersion);
        assertThat(build.version()).isEqualTo(version);
        assertThat(build.runtimeVersion()).isEqualTo(runtimeVersion);
        assertThat(build.vm()).isEqualTo(vm);
        assertThat(build.source()).isEqualTo(RuntimeSource.RELEASE);
    }

    static Stream<Arguments> releases() {
        return Stream.of(
                release(JavaProduct.TEMURIN, "25.0.3+9", "25.0.3", "25.0.3+9-LTS", JavaVm.HOTSPOT, """
                        IMPLEMENTOR="Eclipse Adoptium"
                        IMPLEMENTOR_VERSION="Temurin-25.0.3+9"
                        JAVA_RUNTIME_VERSION="25.0.3+9-LTS"
                        JAVA_VERSION="25.0.3"
                        FULL_VERSION="25.0.3+9-LTS"
                        JVM_VARIANT="Hotspot"
                        """),
                release(JavaProduct.TEMURIN, null, "1.8.0_131", "1.8.0_131+b08", JavaVm.HOTSPOT, """
                        JAVA_VERSION="1.8.0_131"
                        IMPLEMENTOR="Eclipse Adoptium"
                        FULL_VERSION="1.8.0_131+b08"
                        JVM_VARIANT="Hotspot"
                        JVM_VERSION="25.131-b08"
                        """),
                release(JavaProduct.ADOPTOPENJDK, null, "11.0.10", "11.0.10+9", JavaVm.OPENJ9, """
                        IMPLEMENTOR="AdoptOpenJDK"
                        IMPLEMENTOR_VERSION="AdoptOpenJDK"
                        JAVA_VERSION="11.0.10"
                        FULL_VERSION="11.0.10+9"
                        SOURCE="OpenJDK:0a86953833 OpenJ9:345e1b09e OMR:741e94ea8"
                        JVM_VERSION="openj9-0.24.0"
                        """),
                release(JavaProduct.SEMERU, "16.0.2.0", "16.0.2", "16.0.2+7", JavaVm.OPENJ9, """
                        IMPLEMENTOR="International Business Machines Corporation"
                        IMPLEMENTOR_VERSION="16.0.2.0"
                        JAVA_VERSION="16.0.2"
                        FULL_VERSION="16.0.2+7"
                        JVM_VARIANT="Openj9"
                        """),
                release(JavaProduct.IBM, "11.0.11.0-IBM", "11.0.11", null, JavaVm.UNKNOWN, """
                        IMPLEMENTOR="IBM Corporation"
                        IMPLEMENTOR_VERSION="11.0.11.0-IBM"
                        JAVA_VERSION="11.0.11"
                        """),
                release(JavaProduct.CORRETTO, "17.0.12.7.1", "17.0.12", "17.0.12+7-LTS", JavaVm.UNKNOWN, """
                        IMPLEMENTOR="Amazon.com Inc."
                        IMPLEMENTOR_VERSION="Corretto-17.0.12.7.1"
                        JAVA_RUNTIME_VERSION="17.0.12+7-LTS"
                        JAVA_VERSION="17.0.12"
                        """),
                release(JavaProduct.ZULU, "11.41+23-CA", "11.0.8", null, JavaVm.UNKNOWN, """
                        IMPLEMENTOR="Azul Systems, Inc."
                        IMPLEMENTOR_VERSION="Zulu11.41+23-CA"
                        JAVA_VERSION="11.0.8"
                        """),
                release(JavaProduct.LIBERICA, null, "11.0.8", null, JavaVm.UNKNOWN, """
                        IMPLEMENTOR="BellSoft"
                        JAVA_VERSION="11.0.8"
                        """),
                release(JavaProduct.MICROSOFT, "9911842", "21.0.4", "21.0.4+7-LTS", JavaVm.UNKNOWN, """
                        IMPLEMENTOR="Microsoft"
                        IMPLEMENTOR_VERSION="Microsoft-9911842"
                        JAVA_RUNTIME_VERSION="21.0.4+7-LTS"
                        JAVA_VERSION="21.0.4"
                        """),
                release(JavaProduct.SAPMACHINE, null, "11.0.8", null, JavaVm.UNKNOWN, """
                        IMPLEMENTOR="SAP SE"
                        IMPLEMENTOR_VERSION="SapMachine"
                        JAVA_VERSION="11.0.8"
                        """),
                release(JavaProduct.DRAGONWELL, null, "1.8.0_412", "1.8.0_412-b01", JavaVm.UNKNOWN, """
                        JAVA_VERSION="1.8.0_412"
                        IMPLEMENTOR="Alibaba"
                        FULL_VERSION="1.8.0_412-b01"
                        JVM_VARIANT="Dragonwell"
                        """),
                release(JavaProduct.RED_HAT, "17.0.12.0.7-1", "17.0.12", "17.0.12+7-LTS", JavaVm.UNKNOWN, """
                        IMPLEMENTOR="Red Hat, Inc."
                        IMPLEMENTOR_VERSION="(Red_Hat-17.0.12.0.7-1)"
                        JAVA_RUNTIME_VERSION="17.0.12+7-LTS"
                        JAVA_VERSION="17.0.12"
                        """),
                release(JavaProduct.MANDREL, "23.1.2.0-Final", "21.0.2", "21.0.2+13-LTS", JavaVm.UNKNOWN, """
                        IMPLEMENTOR="Eclipse Adoptium"
                        IMPLEMENTOR_VERSION="Mandrel-23.1.2.0-Final"
                        JAVA_RUNTIME_VERSION="21.0.2+13-LTS"
                        JAVA_VERSION="21.0.2"
                        """),
                release(JavaProduct.GRAALVM_CE, "21.1.0", "16.0.1", null, JavaVm.UNKNOWN, """
                        IMPLEMENTOR="GraalVM Community"
                        JAVA_VERSION="16.0.1"
                        GRAALVM_VERSION="21.1.0"
                        """),
                release(JavaProduct.ORACLE_GRAALVM, "23.1.2", "21.0.2", "21.0.2+13-LTS-jvmci-23.1-b30", JavaVm.UNKNOWN,
                        """
                                IMPLEMENTOR="Oracle Corporation"
                                JAVA_RUNTIME_VERSION="21.0.2+13-LTS-jvmci-23.1-b30"
                                JAVA_VERSION="21.0.2"
                                GRAALVM_VERSION="23.1.2"
                                """),
                release(JavaProduct.GRAALVM, "21.1.0", "1.8.0_292", null, JavaVm.UNKNOWN, """
                        JAVA_VERSION="1.8.0_292"
                        GRAALVM_VERSION="21.1.0"
                        """),
                release(JavaProduct.ORACLE_JDK, null, "21.0.4", "21.0.4+8-LTS-274", JavaVm.UNKNOWN, """
                        IMPLEMENTOR="Oracle Corporation"
                        JAVA_RUNTIME_VERSION="21.0.4+8-LTS-274"
                        JAVA_VERSION="21.0.4"
                        BUILD_TYPE="commercial"
                        """),
                release(JavaProduct.DEBIAN, null, "17.0.15", "17.0.15+6-Debian-1deb12u1", JavaVm.UNKNOWN, """
                        IMPLEMENTOR="Debian"
                        JAVA_RUNTIME_VERSION="17.0.15+6-Debian-1deb12u1"
                        JAVA_VERSION="17.0.15"
                        """),
                release(JavaProduct.UNKNOWN, null, "21", null, JavaVm.UNKNOWN, """
                        IMPLEMENTOR="N/A"
                        JAVA_VERSION="21"
                        FULL_VERSION="22.0.1+8"
                        """));
    }

    /** Both of Oracle's products state the vendor only. */
    @Test
    void productOfOracleIsDecidedByItsClassesAndUnknownWithoutThem() {
        String release = "IMPLEMENTOR=\"Oracle Corporation\"\nJAVA_VERSION=\"21.0.2\"\n";
        ModulesBuilder modules = new ModulesBuilder().constant("java_version", "21.0.2");
        assertThat(build("release", release.getBytes()).product()).isEqualTo(JavaProduct.UNKNOWN);
        assertThat(build("release", release.getBytes()).title()).isEqualTo("Oracle Corporation");
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("a/release", release)
                        .file("a/lib/modules",
                                modules.constant("java_runtime_name", "OpenJDK Runtime Environment").build())
                        .file("b/release", release)
                        .file("b/lib/modules", new ModulesBuilder().constant("java_version", "21.0.2")
                                .constant("java_runtime_name", "Java(TM) SE Runtime Environment")
                                .build()))
                .inspect()
                .software()
                .javaRuntimes()).extracting(java -> java.build().product())
                .containsExactly(JavaProduct.ORACLE_OPENJDK, JavaProduct.ORACLE_JDK);
    }

    /** Part of a token has no form by which an output could mask it. */
    @Test
    void versionOfAProductIsNoPartOfAToken() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        assertThat(Stream.of("Temurin-", "Temurin ", "Temurin-1", "Temurin-25.0.3-")
                .map(name -> build("release", """
                        IMPLEMENTOR_VERSION="%s"
                        JAVA_VERSION="21.0.2"
                        """.formatted(name + token).getBytes()).productVersion())).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({ "Amazing Labs, UNKNOWN", "Coracle, UNKNOWN", "Amazonia, UNKNOWN", "Lazulite, UNKNOWN",
            "ACME IBMX, UNKNOWN", "TencentKonaJDK, KONA", "openSUSE, SUSE", "Amazon.com Inc., CORRETTO",
            "Azul Systems, ZULU", "Zulu11.41+23-CA, ZULU", "Red_Hat-17.0.12, RED_HAT" })
    void productIsAWholeWordOfTheVendor(String vendor, JavaProduct product) {
        assertThat(build("release", """
                IMPLEMENTOR="%s"
                JAVA_VERSION="21.0.2"
                BUILD_TYPE="commercial"
                """.formatted(vendor).getBytes()).product()).isEqualTo(product);
    }

    @Test
    void versionOfJava8HasAnUpdate() {
        byte[] jar = new JarBuilder().manifest("Implementation-Title: Java Runtime Environment",
                "Implementation-Version: 1.8.0_005", "Implementation-Vendor: Oracle Corporation").toJar();
        assertThat(build("lib/rt.jar", jar).update()).isEqualTo("5");
        assertThat(build("release", "JAVA_VERSION=\"17.0.1\"".getBytes()).update()).isNull();
    }

    private static JavaBuild build(String path, byte[] content) {
        return DrawnImage.anImage()
                .layer(l -> l.file("opt/java/" + path, content))
                .inspect()
                .software()
                .javaRuntimes()
                .getFirst()
                .build();
    }

    private static Arguments release(JavaProduct product, @Nullable String productVersion, String version,
            @Nullable String runtimeVersion, JavaVm vm, String release) {
        return arguments(product, productVersion, version, runtimeVersion, vm, release);
    }
}
