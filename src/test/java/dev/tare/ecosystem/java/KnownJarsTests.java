package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Published jars, under the names that products give them. Maven copies them in {@code generate-test-resources}. */
class KnownJarsTests {

    private static final Path FOLDER = Path.of("target/known-jars");

    private static Map<String, Jar> jars = Map.of();

    @BeforeAll
    static void inspect() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> all = files.toList();
            jars = DrawnImage.anImage()
                    .layer(l -> all.forEach(file -> l.file("lib/" + file.getFileName(), read(file))))
                    .inspect()
                    .software()
                    .jars()
                    .stream()
                    .collect(Collectors.toMap(jar -> jar.path().substring("lib/".length()), Function.identity()));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "catalina.jar, org.apache.tomcat:tomcat-catalina, 9.0.82, INFERRED",
            "tomcat-util.jar, org.apache.tomcat:tomcat-util, 9.0.82, INFERRED",
            "servlet-api.jar, org.apache.tomcat:tomcat-servlet-api, 9.0.82, INFERRED",
            "h2.jar, com.h2database:h2, 2.2.224, INFERRED",
            "postgresql.jar, org.postgresql:postgresql, 42.6.0, INFERRED",
            "mysql-connector-java.jar, mysql:mysql-connector-java, 8.0.30, INFERRED",
            "derby.jar, derby, 10.16.1.1, UNKNOWN",
            "scala-library.jar, org.scala-lang:scala-library, 2.13.12, INFERRED",
            "mssql-jdbc-12.8.1.jre11.jar, com.microsoft.sqlserver:mssql-jdbc, 12.8.1.jre11, INFERRED",
            "org.eclipse.osgi_3.18.0.v20220516-2155.jar, org.eclipse.osgi, 3.18.0.v20220516-2155, UNKNOWN",
            "org.jboss.logging.jboss-logging-3.5.3.Final.jar, org.jboss.logging:jboss-logging, 3.5.3.Final, EXACT",
            "guava-r06.jar, com.google.guava:guava, r06, EXACT",
            "trilead-ssh2-build212-hudson-5.jar, org.jvnet.hudson:trilead-ssh2, build212-hudson-5, EXACT",
            "spring-jdbc-6.1.2.jar, org.springframework:spring-jdbc, 6.1.2, INFERRED",
            "spring-tx-6.1.2.jar, org.springframework:spring-tx, 6.1.2, INFERRED" })
    void jarHasItsCoordinatesAndTheirCertainty(String file, String library, String version, Certainty certainty) {
        assertThat(jars.get(file)).isNotNull().satisfies(jar -> {
            assertThat(jar.library()).isEqualTo(library);
            assertThat(jar.version()).isEqualTo(version);
            assertThat(jar.certainty()).isEqualTo(certainty);
        });
    }

    /** No rule can know that Oracle's module com.oracle.database.jdbc has the name of the group. */
    @Test
    void coordinatesThatNoRuleCanKnowAreNotExact() {
        assertThat(jars.get("ojdbc8.jar")).isNotNull().satisfies(jar -> {
            assertThat(jar.artifactId()).isEqualTo("ojdbc8");
            assertThat(jar.version()).startsWith("21.9.0.0");
            assertThat(jar.certainty()).isNotEqualTo(Certainty.EXACT);
        });
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
