package dev.tare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.fixture.GeneratedDocument;
import dev.tare.limits.ByteSize;
import dev.tare.limits.Limit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** Generates the lower part of docs/CONFIGURATION.md from the metadata of the settings and the table of limits. */
class ConfigurationDocumentTests {

    /** The annotation processor of Spring Boot writes this file when Maven compiles. */
    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    private static final String LIMITS = "tare.limits.";

    private static final GeneratedDocument DOCUMENT =
            new GeneratedDocument(Path.of("docs", "CONFIGURATION.md"), ConfigurationDocumentTests.class);

    @Test
    void documentDescribesEverySettingAndEveryLimit() throws IOException {
        DOCUMENT.assertContains("## Settings\n\n| setting | default | description |\n|---|---|---|\n"
                + settings().filter(setting -> !name(setting).startsWith(LIMITS))
                        .map(ConfigurationDocumentTests::row)
                        .collect(joining())
                + "\n## Limits\n\nThe limits on the cost of reading one image:\n\n"
                + "| setting | default of the service | default of the other commands | description |\n"
                + "|---|---|---|---|\n" + limits());
    }

    @Test
    void everySettingHasADescription() throws IOException {
        assertThat(settings()).isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.path("description").asString("")).endsWith("."));
    }

    private static Stream<JsonNode> settings() throws IOException {
        try (InputStream metadata = ConfigurationDocumentTests.class.getResourceAsStream(METADATA)) {
            assertThat(metadata).as("%s on the class path; Maven generates it", METADATA).isNotNull();
            return JsonMapper.shared().readTree(metadata).get("properties").valueStream();
        }
    }

    private static String limits() throws IOException {
        List<JsonNode> settings = settings().filter(setting -> name(setting).startsWith(LIMITS)).toList();
        assertThat(settings).extracting(ConfigurationDocumentTests::name)
                .containsExactlyInAnyOrderElementsOf(
                        Limit.raisable().map(ConfigurationDocumentTests::setting).toList());
        return Limit.raisable()
                .map(limit -> settings.stream()
                        .filter(setting -> name(setting).equals(setting(limit)))
                        .map(setting -> row(setting, " | `" + value(limit) + "`"))
                        .collect(joining()))
                .collect(joining());
    }

    private static String setting(Limit limit) {
        return LIMITS + limit.label();
    }

    /** As {@code --limit} accepts it. */
    private static String value(Limit limit) {
        return switch (limit.kind()) {
            case BYTES -> ByteSize.of(limit.value()).toString();
            case MILLISECONDS -> Duration.ofMillis(limit.value()).toMinutes() + "m";
            case COUNT, FIXED -> String.valueOf(limit.value());
        };
    }

    private static String row(JsonNode setting) {
        return row(setting, "");
    }

    private static String row(JsonNode setting, String after) {
        String value = setting.path("defaultValue").asString("");
        return "| `" + name(setting) + "` | " + (value.isEmpty() ? "" : "`" + value + "`") + after + " | "
                + setting.get("description").asString() + " |\n";
    }

    private static String name(JsonNode setting) {
        return setting.get("name").asString();
    }
}
