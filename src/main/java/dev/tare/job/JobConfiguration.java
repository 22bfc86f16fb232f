package dev.tare.job;

import java.time.Duration;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.InspectionService;
import dev.tare.catalog.RequestQueue;
import dev.tare.catalog.SizesService;
import dev.tare.engine.Engines;
import dev.tare.registry.Registries;
import dev.tare.source.engine.OfferedImages;
import dev.tare.source.open.NamedImages;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the jobs of the service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ JobProperties.class, EnginesProperties.class })
class JobConfiguration {

    /** The longest time that a page waits for the list of images. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    @Bean
    Engines engines() {
        return Engines.ofThisUser();
    }

    @Bean
    NamedImages namedImages(Registries registries, Engines engines, EnginesProperties properties) {
        return new NamedImages(registries, engines, properties.enabled());
    }

    /** The form on the pages uses it by its name. */
    @Bean
    OfferedImages offeredImages(Engines engines, EnginesProperties properties) {
        return new OfferedImages(engines, properties.enabled(), PATIENCE);
    }

    /** Spring closes it, which ends the jobs. */
    @Bean
    MemoryJobs jobs(JobProperties properties, RequestQueue inspectionQueue, InspectionService inspectionService,
            SizesService sizesService, Catalog catalog, MeterRegistry meters) {
        MemoryJobs jobs =
                new MemoryJobs(properties, inspectionQueue, inspectionService, sizesService, catalog);
        Gauge.builder("tare.jobs.unfinished", jobs, MemoryJobs::unfinished)
                .description("Jobs that wait or run")
                .register(meters);
        return jobs.start();
    }
}
