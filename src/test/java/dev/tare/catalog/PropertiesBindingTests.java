package dev.tare.catalog;

import java.time.Duration;
import java.util.Map;

import dev.tare.image.InvalidValueException;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PropertiesBindingTests {

    @Test
    void queueBindsItsSettings() {
        assertThat(bind("tare.queue", QueueProperties.class, Map.of("tare.queue.concurrency", "3",
                "tare.queue.capacity", "0", "tare.queue.max-wait", "5s", "tare.queue.client-share", "30")))
                .isEqualTo(new QueueProperties(3, 0, Duration.ofSeconds(5), 30));
    }

    @Test
    void queueWithoutSettingsInspectsOnEveryProcessor() {
        assertThat(bind("tare.queue", QueueProperties.class, Map.of()).concurrency())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void layerCacheBindsItsSize() {
        assertThat(layerCache("1000")).isEqualTo(1000);
    }

    @Test
    void layerCacheWithoutSizeTakesHalfOfTheShareOfTheCatalog() {
        assertThat(bind("tare.layer-cache", LayerCacheProperties.class, Map.of()).size().bytes())
                .isEqualTo(bind("tare.catalog", CatalogProperties.class, Map.of()).size().bytes() / 2);
    }

    @Test
    void negativeValuesAreRejected() {
        assertThatExceptionOfType(BindException.class).isThrownBy(
                () -> bind("tare.queue", QueueProperties.class, Map.of("tare.queue.capacity", "-1")));
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> layerCache("-1B"));
    }

    @ParameterizedTest
    @CsvSource({ "1MB, 1000000", "1MiB, 1048576", "1.5 GiB, 1610612736" })
    void sizesHaveDecimalAndBinaryUnits(String size, long bytes) {
        assertThat(layerCache(size)).isEqualTo(bytes);
    }

    @Test
    void anInvalidSizeIsReportedWithItsTextAndTheExpectedForm() {
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> layerCache("64M"))
                .havingRootCause()
                .isInstanceOf(InvalidValueException.class)
                .withMessageContaining("\"64M\"")
                .withMessageContaining("MiB");
    }

    @Test
    void limitsWithoutSettingsHaveTheirDefaultSizes() {
        Limits limits = bind("tare.limits", LimitsProperties.class, Map.of()).toLimits();
        assertThat(limits.get(Limit.DOCUMENT_SIZE)).isEqualTo(8L << 20);
        assertThat(limits.get(Limit.LAYER_TAR_SIZE)).isEqualTo(32L << 30);
        assertThat(limits.get(Limit.IMAGE_TAR_SIZE)).isEqualTo(64L << 30);
        assertThat(limits.get(Limit.ZSTD_WINDOW)).isEqualTo(32L << 20);
        assertThat(limits.get(Limit.ARCHIVE_SIZE)).isEqualTo(32L << 30);
    }

    private static long layerCache(String size) {
        return bind("tare.layer-cache", LayerCacheProperties.class, Map.of("tare.layer-cache.size", size)).size()
                .bytes();
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
