package dev.tare.comparison.change;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.image.ConfigField;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.ImageConfig;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ConfigChangeTests {

    @Test
    void compareWhenConfigsAreEqualReportsNothing() {
        assertThat(compare(full(), full())).isEmpty();
    }

    @Test
    void compareReportsEveryField() {
        assertThat(compare(InspectionBuilder.image("bare"), full())).extracting(ConfigChange::field, ConfigChange::key)
                .containsExactly(field(ConfigField.PLATFORM, null), field(ConfigField.USER, null),
                        field(ConfigField.ENTRYPOINT, null), field(ConfigField.COMMAND, null),
                        field(ConfigField.WORKING_DIRECTORY, null), field(ConfigField.ENVIRONMENT, "LANG"),
                        field(ConfigField.PORT, "8080/tcp"), field(ConfigField.VOLUME, "/data"),
                        field(ConfigField.LABEL, "title"), field(ConfigField.STOP_SIGNAL, null),
                        field(ConfigField.HEALTH_CHECK, null));
    }

    @Test
    void compareReportsTheValuesOfBothImages() {
        assertThat(compare(full(), full().environment("LANG=de").entrypoint("java", "-cp", "a\"b"))).containsExactly(
                new ConfigChange(ConfigField.ENTRYPOINT, null, Change.MODIFIED, "[\"java\"]",
                        "[\"java\", \"-cp\", \"a\\\"b\"]"),
                new ConfigChange(ConfigField.ENVIRONMENT, "LANG", Change.MODIFIED, "C.UTF-8", "de"));
    }

    @Test
    void compareWhenAVariableIsUnsetReportsARemovedVariable() {
        assertThat(compare(InspectionBuilder.image("a").environment("A=1", "B="),
                InspectionBuilder.image("b").environment("B="))).containsExactly(
                        new ConfigChange(ConfigField.ENVIRONMENT, "A", Change.REMOVED, "1", null));
    }

    @Test
    void compareReportsFieldsBeyondTheOciSpecification() {
        Image before = image(Map.of(), """
                {"created": "2026-01-01T00:00:00Z", "author": "me", "rootfs": {"diff_ids": []}, "config": {
                 "Healthcheck": {"Test": ["CMD", "true"], "Interval": 1000000000, "Timeout": 1500000000,
                  "StartPeriod": 0, "Retries": 3}, "Shell": ["/bin/sh", "-c"], "OnBuild": ["COPY . /src"]}}""");
        Image after = image(Map.of(), """
                {"created": "2026-01-02T00:00:00Z", "author": "you", "rootfs": {"diff_ids": []}, "config": {
                 "Healthcheck": {"Test": ["CMD", "true"], "Interval": 3600000000000, "StartPeriod": 5000000000,
                  "StartInterval": 1000000, "Retries": 4}, "Shell": ["/bin/bash"], "OnBuild": []}}""");
        assertThat(ConfigChange.between(before, after)).extracting(change -> change.field().title(),
                ConfigChange::from, ConfigChange::to)
                .containsExactly(tuple("shell", "[\"/bin/sh\", \"-c\"]", "[\"/bin/bash\"]"),
                        tuple("health check interval", "1s", "3600s"),
                        tuple("health check timeout", "1.5s", null),
                        tuple("health check start period", null, "5s"),
                        tuple("health check start interval", null, "0.001s"),
                        tuple("health check retries", "3", "4"),
                        tuple("on build", "[\"COPY . /src\"]", null),
                        tuple("author", "me", "you"),
                        tuple("created", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"));
    }

    @Test
    void compareReportsAnnotationsOfTheManifest() {
        Image before = image(Map.of("version", "1", "gone", "x"), "{\"rootfs\": {\"diff_ids\": []}}");
        Image after = image(Map.of("version", "2"), "{\"rootfs\": {\"diff_ids\": []}}");
        assertThat(ConfigChange.between(before, after)).extracting(change -> change.field().title(),
                ConfigChange::key, ConfigChange::change, ConfigChange::from, ConfigChange::to)
                .containsExactly(tuple("annotation", "gone", Change.REMOVED, "x", null),
                        tuple("annotation", "version", Change.MODIFIED, "1", "2"));
    }

    @Test
    void compareReportsFieldsThatDifferOnlyInASecret() {
        assertThat(compare(secret("Leak1"), secret("Leak1"))).isEmpty();
        assertThat(compare(secret("Leak1"), secret("Leak2")))
                .allSatisfy(change -> assertThat(change.from()).isEqualTo(change.to()).doesNotContain("Leak"))
                .extracting(ConfigChange::field, ConfigChange::key, ConfigChange::change)
                .containsExactlyInAnyOrder(tuple(ConfigField.USER, null, Change.MODIFIED),
                        tuple(ConfigField.ENTRYPOINT, null, Change.MODIFIED),
                        tuple(ConfigField.COMMAND, null, Change.MODIFIED),
                        tuple(ConfigField.WORKING_DIRECTORY, null, Change.MODIFIED),
                        tuple(ConfigField.ENVIRONMENT, "DB_PASSWORD", Change.MODIFIED),
                        tuple(ConfigField.PORT, "token=(hidden)", Change.MODIFIED),
                        tuple(ConfigField.VOLUME, "token=(hidden)", Change.MODIFIED),
                        tuple(ConfigField.LABEL, "token", Change.MODIFIED),
                        tuple(ConfigField.STOP_SIGNAL, null, Change.MODIFIED),
                        tuple(ConfigField.ON_BUILD, null, Change.MODIFIED),
                        tuple(ConfigField.HEALTH_CHECK, null, Change.MODIFIED),
                        tuple(ConfigField.ANNOTATION, "api-key", Change.MODIFIED));
    }

    private static InspectionBuilder secret(String secret) {
        String text = "token=" + secret;
        return InspectionBuilder.image("a")
                .user(text)
                .entrypoint("/app", text)
                .command("--password", secret)
                .workingDirectory(text)
                .environment("DB_PASSWORD=" + secret, "LANG=C")
                .port(text)
                .volume(text)
                .label("token", secret)
                .label("version", "1")
                .stopSignal(text)
                .onBuild("RUN " + text)
                .healthCheck("CMD", text)
                .annotation("api-key", secret);
    }

    private static Image image(Map<String, String> annotations, String config) {
        byte[] json = config.getBytes(StandardCharsets.UTF_8);
        return new Image("image", Digest.sha256Of(json), null, annotations, ImageConfig.parse("config", json),
                List.of());
    }

    private static Tuple field(ConfigField field, @Nullable String key) {
        return Tuple.tuple(field, key);
    }

    private static InspectionBuilder full() {
        return InspectionBuilder.image("full")
                .platform("linux/arm64/v8")
                .user("65532:65532")
                .entrypoint("java")
                .command("-version")
                .workingDirectory("/app")
                .environment("LANG=C.UTF-8")
                .port("8080/tcp")
                .volume("/data")
                .label("title", "Tare")
                .stopSignal("SIGINT")
                .healthCheck("CMD", "true");
    }

    private static List<ConfigChange> compare(InspectionBuilder from, InspectionBuilder to) {
        return ConfigChange.between(from.build().image(), to.build().image());
    }
}
