package dev.tare.ecosystem.java;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JarFileNameTests {

    @ParameterizedTest
    @CsvSource({
            "commons-lang3-3.14.0.jar, commons-lang3, 3.14.0", "guava-r06.jar, guava, r06",
            "trilead-ssh2-build212-hudson-5.jar, trilead-ssh2, build212-hudson-5",
            "trilead-ssh2-build-217-jenkins-27.jar, trilead-ssh2, build-217-jenkins-27",
            "tool-rc1.jar, tool, rc1", "tool-v2.3.1.jar, tool, v2.3.1", "spring-r2dbc.jar, spring-r2dbc,",
            "spring-r2dbc-6.1.2.jar, spring-r2dbc, 6.1.2", "foo_1.2.3.jar, foo, 1.2.3", "foo.1.2.3.jar, foo, 1.2.3",
            "foo_1.2-SNAPSHOT.jar, foo, 1.2-SNAPSHOT", "org.example.api.jar, org.example.api,",
            "org.eclipse.osgi_3.18.0.v20220516-2155.jar, org.eclipse.osgi, 3.18.0.v20220516-2155",
            "kafka_2.13-3.6.1.jar, kafka_2.13, 3.6.1", "kafka_2.13.jar, kafka_2.13,",
            "kind-projector_2.13.8-0.13.2.jar, kind-projector_2.13.8, 0.13.2", "h2.jar, h2," })
    void nameHasAnArtifactAndAVersion(String file, String artifactId, @Nullable String version) {
        JarFileName name = JarFileName.parse("lib/" + file);
        assertThat(name.artifactId()).isEqualTo(artifactId);
        assertThat(name.version()).isEqualTo(version);
    }

    @Test
    void onlyALongerVersionReplacesAnother() {
        JarFileName name = JarFileName.parse("mssql-jdbc-12.8.1.jre11.jar");
        assertThat(name.longerThan("12.8.1")).isEqualTo("12.8.1.jre11");
        assertThat(name.longerThan("12.8")).isEqualTo("12.8.1.jre11");
        assertThat(name.longerThan("12.8.1.jre11")).isNull();
        assertThat(name.longerThan("12.8.10")).isNull();
        assertThat(JarFileName.parse("driver-3.11.0-shaded.jar").longerThan("3.11.0")).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "1.0-SNAPSHOT, false", "1.0-rc1, false", "1.0-beta-2, false", "1.0-M3, false", "1.0-redhat-1, false",
            "1.0-20260101.120000-1, false", "1.0-linux-x86_64, true", "1.0-shaded, true", "1.0-tests, true",
            "1.0-macosx-aarch64, true", "1.0-jdk15, true" })
    void versionMayHaveAClassifierButNoQualifier(String version, boolean may) {
        assertThat(JarFileName.parse("lib-" + version + ".jar").classified("1.0").isPresent()).isEqualTo(may);
        assertThat(JarFileName.parse("lib-" + version + ".jar").longerThan("1.0") == null).isEqualTo(may);
        assertThat(JarFileName.parse("lib-2.0-" + version + ".jar").mayHave("1.0")).isEqualTo(may);
    }
}
