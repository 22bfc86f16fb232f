package dev.tare.report.sbom;

import java.util.List;

import dev.tare.ecosystem.java.runtime.JavaBuild;
import dev.tare.ecosystem.java.runtime.JavaProduct;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.ecosystem.java.runtime.JavaVm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimeNamesTests {
    @ParameterizedTest
    @CsvSource({ "TEMURIN, JDK, openjdk, oracle:openjdk", "SEMERU, JDK, openjdk, oracle:openjdk",
            "ORACLE_OPENJDK, JDK, openjdk, oracle:openjdk", "ORACLE_JDK, JDK, jdk, oracle:jdk",
            "ORACLE_JDK, JRE, jre, oracle:jre", "ORACLE_GRAALVM, JDK, graalvm, oracle:graalvm_for_jdk" })
    void namesAreThoseThatScannersLookUp(JavaProduct product, JavaRuntime.Kind kind, String name, String cpe) {
        RuntimeNames found = names(product, kind, "21.0.4+7-LTS");
        assertThat(found.purl()).isEqualTo("pkg:generic/oracle/" + name + "@21.0.4%2B7-LTS");
        assertThat(found.cpes().getFirst()).isEqualTo("cpe:2.3:a:" + cpe + ":21.0.4:*:*:*:*:*:*:*");
    }

    @Test
    void zuluHasTheVendorAzul() {
        RuntimeNames found = names(JavaProduct.ZULU, JavaRuntime.Kind.JRE, "21.0.4+7-LTS");
        assertThat(found.purl()).isEqualTo("pkg:generic/azul/zulu@21.0.4%2B7-LTS");
        assertThat(found.cpes().getFirst()).startsWith("cpe:2.3:a:azul:zulu:21.0.4:");
    }

    @Test
    void runtimeOfUnknownVersionHasNoNames() {
        RuntimeNames found = names(JavaProduct.TEMURIN, JavaRuntime.Kind.JRE, null);
        assertThat(found.purl()).isNull();
        assertThat(found.cpes()).isEmpty();
    }

    /** Neither is known to be a build of OpenJDK. */
    @ParameterizedTest
    @EnumSource(names = { "UNKNOWN", "IBM" })
    void otherProductsThanBuildsOfOpenJdkHaveNoNames(JavaProduct product) {
        RuntimeNames found = names(product, JavaRuntime.Kind.JDK, "21.0.4+7-LTS");
        assertThat(found.purl()).isNull();
        assertThat(found.cpes()).isEmpty();
        assertThat(found.version()).isEqualTo("21.0.4+7-LTS");
    }

    @ParameterizedTest
    @CsvSource({ "1.8.0_422-b05, 1.8.0:update422", "1.8.0_05-b13, 1.8.0:update5", "25, 25:*",
            "17.0.13+11-Debian-2, 17.0.13:*", "9-internal, 9:*" })
    void cpeHasTheVersionAndTheUpdate(String version, String expected) {
        assertThat(product(version).cpes()).containsExactly("cpe:2.3:a:oracle:openjdk:" + expected + ":*:*:*:*:*:*");
    }

    @Test
    void versionOfAnotherFormHasNoCpe() {
        assertThat(product("*:*").cpes()).isEmpty();
        assertThat(product("").cpes()).isEmpty();
    }

    private static RuntimeNames product(String version) {
        return names(JavaProduct.OPENJDK, JavaRuntime.Kind.JRE, version);
    }

    private static RuntimeNames names(JavaProduct product, JavaRuntime.Kind kind, @Nullable String version) {
        JavaBuild build = new JavaBuild(product, null, null, version, null, JavaVm.HOTSPOT, null);
        return RuntimeNames.of(new JavaRuntime("opt/java", build, List.of(), 0, kind, "", null, null));
    }
}
