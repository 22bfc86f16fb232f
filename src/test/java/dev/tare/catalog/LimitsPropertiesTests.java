package dev.tare.catalog;

import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.fixture.ImageBuilder;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.inspection.base.KnownBases;
import dev.tare.limits.ByteSize;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.limits.RequestBudget;
import dev.tare.source.format.ImageSelection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsPropertiesTests {

    private static final RecordComponent[] LIMITS = LimitsProperties.class.getRecordComponents();

    @Test
    void everyLimitIsASetting() {
        assertThat(namesOf(LIMITS)).isEqualTo(Limit.raisable().map(Limit::label).toList());
    }

    @ParameterizedTest
    @MethodSource("greatest")
    void settingWithTheGreatestValueIsUnlimited(Map<String, String> settings) {
        Limits limits = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("tare.limits", LimitsProperties.class)
                .toLimits();
        InspectionService service =
                new InspectionService(limits, new Inspector(limits, new LayerCache(1)), KnownBases.NONE,
                        new SimpleMeterRegistry());
        byte[] archive = ImageBuilder.anImage("app:1").layer(layer -> layer.file("a", "a")).asOciArchive();
        assertThat(service.inspect("app.tar", new ByteArrayInputStream(archive), ImageSelection.ONLY,
                new RequestBudget()).weight().layers())
                .hasSize(1);
    }

    static Stream<Map<String, String>> greatest() {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.of(LIMITS)
                .forEach(limit -> all.put("tare.limits." + limit.getName(), greatestOf(limit.getType()).getFirst()));
        return Stream.concat(Stream.of(all), Stream.of(LIMITS)
                .flatMap(limit -> greatestOf(limit.getType()).stream()
                        .map(value -> Map.of("tare.limits." + limit.getName(), value))));
    }

    private static List<String> greatestOf(Class<?> type) {
        if (type == Duration.class) {
            return List.of("2562047788015215h", "106751991167300d", "9999999h", "9223372036854775807ms");
        }
        return type == ByteSize.class ? List.of("9223372036854775807B", "8388607TB", "8388607TiB")
                : List.of("2147483647");
    }

    private static List<String> namesOf(RecordComponent[] components) {
        return Stream.of(components)
                .map(component -> DataObjectPropertyName.toDashedForm(component.getName()))
                .toList();
    }
}
