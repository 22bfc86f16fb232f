package dev.tare.catalog;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PropertiesBindingTests {

    @Test
    void queueBindsItsSettings() {
        assertThat(bind("tare.queue", QueueProperties.class, Map.of("tare.queue.concurrency", "3",
                "tare.queue.capacity", "0", "tare.queue.max-wait", "5s")))
                .isEqualTo(new QueueProperties(3, 0, Duration.ofSeconds(5)));
    }

    @Test
    void queueWithoutSettingsInspectsOnEveryProcessor() {
        assertThat(bind("tare.queue", QueueProperties.class, Map.of()).concurrency())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void layerCacheBindsItsSize() {
        assertThat(bind("tare.layer-cache", LayerCacheProperties.class, Map.of("tare.layer-cache.size", "1000"))
                .size()
                .toBytes()).isEqualTo(1000);
    }

    @Test
    void layerCacheWithoutSizeTakesHalfOfTheShareOfTheCatalog() {
        assertThat(bind("tare.layer-cache", LayerCacheProperties.class, Map.of()).size().toBytes())
                .isEqualTo(bind("tare.catalog", CatalogProperties.class, Map.of()).size().toBytes() / 2);
    }

    @Test
    void negativeValuesAreRejected() {
        assertThatExceptionOfType(BindException.class).isThrownBy(
                () -> bind("tare.queue", QueueProperties.class, Map.of("tare.queue.capacity", "-1")));
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind("tare.layer-cache",
                LayerCacheProperties.class, Map.of("tare.layer-cache.size", "-1B")));
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
