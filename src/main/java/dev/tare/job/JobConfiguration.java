package dev.tare.job;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.InspectionService;
import dev.tare.catalog.RequestQueue;
import dev.tare.registry.Registries;
import dev.tare.source.open.NamedImages;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the jobs of the service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobProperties.class)
class JobConfiguration {

    @Bean
    NamedImages namedImages(Registries registries) {
        return new NamedImages(registries);
    }

    /** Spring closes it, which ends the jobs. */
    @Bean
    MemoryJobs jobs(JobProperties properties, RequestQueue inspectionQueue, InspectionService inspectionService,
            Catalog catalog, MeterRegistry meters) {
        MemoryJobs jobs = new MemoryJobs(properties, inspectionQueue, inspectionService, catalog);
        Gauge.builder("tare.jobs.unfinished", jobs, MemoryJobs::unfinished)
                .description("Jobs that wait or run")
                .register(meters);
        return jobs.start();
    }
}
