package dev.tare.image;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImageConfigTests {

    private static final String DIFF_ID = "sha256:" + "1".repeat(64);

    private static final String ROOTFS = "\"rootfs\": {\"type\": \"layers\", \"diff_ids\": [\"" + DIFF_ID + "\"]}";

    @Test
    void parseReadsAConfigOfDocker() {
        ImageConfig config = parse("""
                {"os": "linux", "architecture": "arm64", "variant": "v8", "created": "2026-01-02T03:04:05.6+01:00",
                 "author": "somebody", "config": {"User": "65532:65532", "Env": ["A=b", "C="], "Entrypoint": ["java"],
                  "Cmd": ["-jar", "x"], "ExposedPorts": {"8080/tcp": {}, "53/udp": {}}, "Volumes": {"/data": {}},
                  "WorkingDir": "/app", "Labels": {"b": "2", "a": "1"}, "StopSignal": "SIGQUIT",
                  "Healthcheck": {"Test": ["CMD", "true"], "Interval": 1000000000, "Timeout": 1,
                  "StartPeriod": 2, "StartInterval": 3, "Retries": 4},
                  "Shell": ["/bin/bash", "-c"], "OnBuild": ["RUN a", "COPY b c"]},
                 "history": [{"created": "2026-01-02T03:04:05Z", "created_by": "ADD x", "comment": "c", "author": "me"},
                             {"created_by": "ENV A=b", "empty_layer": true}], %s}""");
        assertThat(config.platform()).hasToString("linux/arm64/v8");
        assertThat(config.created()).isEqualTo(Instant.parse("2026-01-02T02:04:05.6Z"));
        assertThat(config.author()).isEqualTo("somebody");
        assertThat(config.diffIds()).containsExactly(DiffId.parse(DIFF_ID));
        assertThat(config.history()).hasSize(2);
        assertThat(config.layerHistory()).containsExactly(
                new HistoryEntry(Instant.parse("2026-01-02T03:04:05Z"), "ADD x", "me", "c", false));
        ContainerConfig container = config.container();
        assertThat(container.user()).isEqualTo("65532:65532");
        assertThat(container.environment()).containsExactly("A=b", "C=");
        assertThat(container.entrypoint()).containsExactly("java");
        assertThat(container.command()).containsExactly("-jar", "x");
        assertThat(container.exposedPorts()).containsExactly("53/udp", "8080/tcp");
        assertThat(container.volumes()).containsExactly("/data");
        assertThat(container.workingDir()).isEqualTo("/app");
        assertThat(container.labels()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
        assertThat(container.stopSignal()).isEqualTo("SIGQUIT");
        assertThat(container.healthCheck()).isEqualTo(new HealthCheck(List.of("CMD", "true"), Duration.ofSeconds(1),
                Duration.ofNanos(1), Duration.ofNanos(2), Duration.ofNanos(3), 4));
        assertThat(container.shell()).containsExactly("/bin/bash", "-c");
        assertThat(container.onBuild()).containsExactly("RUN a", "COPY b c");
    }

    @Test
    void parseReadsAMinimalConfig() {
        ImageConfig config = parse("{%s}");
        assertThat(config.platform()).hasToString("linux/unknown");
        assertThat(config.created()).isNull();
        assertThat(config.history()).isEmpty();
        assertThat(config.container().user()).isEmpty();
        assertThat(config.container().environment()).isEmpty();
        assertThat(config.container().healthCheck()).isNull();
    }

    @Test
    void parseWhenHistoryIsTooLongThrowsException() {
        assertThat(parse("{\"history\": [{}" + ", {}".repeat(4095) + "], %s}").history()).hasSize(4096);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> parse("{\"history\": [{}" + ", {}".repeat(4096) + "], %s}"))
                .withMessageContaining("history has 4097 entries, more than the limit of 4096");
    }

    @Test
    void parseTakesNullsAsAbsent() {
        ImageConfig config = parse("""
                {"created": null, "history": null, "config": {"Env": null, "Cmd": null, "Labels": null, "Volumes": null,
                 "Shell": null, "OnBuild": null, "ExposedPorts": null, "Healthcheck": null, "User": null}, %s}""");
        assertThat(config.container()).isEqualTo(parse("{%s}").container());
    }

    /** Go programs write year 1 for a time that is not set. */
    @ParameterizedTest
    @ValueSource(strings = { "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+18:00", "-0044-03-15T00:00:00Z" })
    void parseTakesATimeInYearOneAsAbsent(String time) {
        ImageConfig config =
                parse("{\"created\": \"" + time + "\", \"history\": [{\"created\": \"" + time + "\"}], %s}");
        assertThat(config.created()).isNull();
        assertThat(config.history().getFirst().created()).isNull();
    }

    @Test
    void parseKeepsTheEpoch() {
        assertThat(parse("{\"created\": \"1970-01-01T00:00:00Z\", %s}").created()).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{} | rootfs is not an object",
            "{\"rootfs\": {\"diff_ids\": \"x\"}} | rootfs.diff_ids is not a list of strings",
            "{\"rootfs\": {\"diff_ids\": [1]}} | rootfs.diff_ids[] is not a string",
            "{\"rootfs\": {\"diff_ids\": [\"md5:1\"]}} | Not a valid digest",
            "{\"created\": \"yesterday\", %s} | created is not a date and time as in RFC 3339",
            "{\"created\": \"+10000-01-01T00:00:00Z\", %s} | created is not a date and time as in RFC 3339",
            "{\"config\": [], %s} | config is not an object",
            "{\"config\": {\"Env\": \"A=b\"}, %s} | config.Env is not a list",
            "{\"config\": {\"User\": 0}, %s} | config.User is not a string",
            "{\"config\": {\"Healthcheck\": {\"Interval\": \"1s\"}}, %s} | config.Healthcheck.Interval is not a number",
            "{\"config\": {\"Labels\": {\"a\": {}}}, %s} | config.Labels.a is not a string" })
    void parseWhenDocumentHasAnotherFormThrowsException(String json, String problem) {
        assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> parse(json))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("config.json"))
                .withMessageContaining(problem);
    }

    private static ImageConfig parse(String json) {
        return ImageConfig.parse("config.json", json.formatted(ROOTFS).getBytes(StandardCharsets.UTF_8));
    }
}
