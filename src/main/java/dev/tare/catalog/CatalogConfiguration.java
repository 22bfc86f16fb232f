package dev.tare.catalog;

import java.time.Duration;

import dev.tare.engine.Engines;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.registry.Registries;
import dev.tare.source.open.ImageSources;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the plain classes that inspect and keep images. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ CatalogProperties.class, LayerCacheProperties.class, PreloadedImagesProperties.class,
        KnownBasesProperties.class, LimitsProperties.class, QueueProperties.class, SizesProperties.class })
class CatalogConfiguration {

    /** Longer than a usual layer takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Bean
    Catalog catalog(CatalogProperties properties) {
        return new Catalog(properties);
    }

    @Bean
    RequestQueue inspectionQueue(QueueProperties properties, MeterRegistry meters) {
        RequestQueue queue = RequestQueue.ofInspections(properties, HeapShare.stalledBytes());
        Gauge.builder("tare.queue.running", queue, RequestQueue::running)
                .description("Requests whose images are being inspected")
                .register(meters);
        Gauge.builder("tare.queue.waiting", queue, RequestQueue::waiting)
                .description("Requests that wait for their turn")
                .register(meters);
        return queue;
    }

    @Bean
    ReportQueue reportQueue(RequestQueue inspectionQueue, QueueProperties properties) {
        return new ReportQueue(inspectionQueue, properties, HeapShare.builtReportsBytes());
    }

    @Bean
    LayerCache layerCache(LayerCacheProperties properties, MeterRegistry meters) {
        LayerCache layers = LayerCache.ofSeveralClients(properties.size().bytes(), PATIENCE);
        FunctionCounter.builder("tare.layers.found", layers, LayerCache::found)
                .description("Layers that were known, and were only hashed or not requested from a registry")
                .register(meters);
        FunctionCounter.builder("tare.layers.read", layers, LayerCache::read)
                .description("Layers that were read")
                .register(meters);
        return layers;
    }

    @Bean
    InspectionService inspectionService(LimitsProperties properties, LayerCache layers, KnownBasesProperties bases,
            MeterRegistry meters) {
        Inspector inspector = new Inspector(properties.toLimits(), layers);
        return new InspectionService(properties.toLimits(),
                bases.baseLookup() ? inspector : inspector.withoutBaseLookup(), bases.read(), meters);
    }

    @Bean
    SizesService sizesService(LimitsProperties limits, SizesProperties properties, QueueProperties queue) {
        return new SizesService(limits.toLimits(), properties, queue);
    }

    @Bean
    PreloadedImages preloadedImages(PreloadedImagesProperties properties, Registries registries,
            InspectionService inspectionService, Catalog catalog) {
        return new PreloadedImages(
                properties.images().stream().map(new ImageSources(registries, Engines.ofThisUser())::parse).toList(),
                inspectionService,
                catalog);
    }
}
