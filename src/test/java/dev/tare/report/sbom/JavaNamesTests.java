package dev.tare.report.sbom;

import java.util.List;

import dev.tare.ecosystem.java.runtime.JavaRuntime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JavaNamesTests {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "opt/java, Eclipse Adoptium, JDK, pkg:generic/oracle/openjdk@21.0.4%2B7-LTS, oracle:openjdk",
            "opt/java, -, JDK, pkg:generic/oracle/openjdk@21.0.4%2B7-LTS, oracle:openjdk",
            "opt/java, Oracle Corporation, JDK, pkg:generic/oracle/jdk@21.0.4%2B7-LTS, oracle:jdk",
            "opt/java, Oracle Corporation, JRE, pkg:generic/oracle/jre@21.0.4%2B7-LTS, oracle:jre",
            "opt/java, 'Azul Systems, Inc.', JDK, pkg:generic/azul/zulu@21.0.4%2B7-LTS, azul:zulu",
            "usr/lib/jvm/zulu21, -, JDK, pkg:generic/azul/zulu@21.0.4%2B7-LTS, azul:zulu" })
    void productIsTheOneThatScannersLookUp(String path, @Nullable String vendor, JavaRuntime.Kind kind, String purl,
            String product) {
        JavaNames found = JavaNames
                .of(new JavaRuntime(path, vendor, "21.0.4", "21.0.4+7-LTS", List.of(), 0, kind, ""));
        assertThat(found.purl()).isEqualTo(purl);
        assertThat(found.cpes().getFirst()).isEqualTo("cpe:2.3:a:" + product + ":21.0.4:*:*:*:*:*:*:*");
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

    private static JavaNames product(String version) {
        return JavaNames.of(new JavaRuntime("opt/java", null, version, null, List.of(), 0, JavaRuntime.Kind.JRE, ""));
    }
}
