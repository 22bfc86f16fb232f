package dev.tare.comparison;

import java.util.List;

import dev.tare.fixture.InspectionBuilder;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigComparerTests {

    @Test
    void compareWhenConfigsAreEqualFindsNothing() {
        assertThat(compare(full(), full())).isEmpty();
    }

    @Test
    void compareFindsEveryField() {
        assertThat(compare(InspectionBuilder.image("bare"), full())).extracting(ConfigChange::field, ConfigChange::key)
                .containsExactly(field(ConfigField.PLATFORM, null), field(ConfigField.USER, null),
                        field(ConfigField.ENTRYPOINT, null), field(ConfigField.COMMAND, null),
                        field(ConfigField.WORKING_DIRECTORY, null), field(ConfigField.ENVIRONMENT, "LANG"),
                        field(ConfigField.PORT, "8080/tcp"), field(ConfigField.VOLUME, "/data"),
                        field(ConfigField.LABEL, "title"), field(ConfigField.STOP_SIGNAL, null),
                        field(ConfigField.HEALTH_CHECK, null));
    }

    @Test
    void compareShowsValuesOfBothSides() {
        assertThat(compare(full(), full().environment("LANG=de").entrypoint("java", "-cp", "a\"b"))).containsExactly(
                new ConfigChange(ConfigField.ENTRYPOINT, null, Change.MODIFIED, "[\"java\"]",
                        "[\"java\", \"-cp\", \"a\\\"b\"]"),
                new ConfigChange(ConfigField.ENVIRONMENT, "LANG", Change.MODIFIED, "C.UTF-8", "de"));
    }

    @Test
    void compareWhenVariableIsUnsetFindsItRemoved() {
        assertThat(compare(InspectionBuilder.image("a").environment("A=1", "B="),
                InspectionBuilder.image("b").environment("B="))).containsExactly(
                        new ConfigChange(ConfigField.ENVIRONMENT, "A", Change.REMOVED, "1", null));
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
        return ConfigComparer.compare(from.build().image().config(), to.build().image().config());
    }
}
