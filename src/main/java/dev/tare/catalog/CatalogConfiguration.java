package dev.tare.catalog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the plain classes that weigh and keep images. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ CatalogProperties.class, GivenImagesProperties.class, LimitsProperties.class,
        QueueProperties.class })
class CatalogConfiguration {

    @Bean
    Catalog catalog(CatalogProperties properties) {
        return new Catalog(properties);
    }

    @Bean
    InspectionQueue inspectionQueue(QueueProperties properties, MeterRegistry meters) {
        InspectionQueue queue = new InspectionQueue(properties);
        Gauge.builder("tare.queue.running", queue, InspectionQueue::running)
                .description("Requests whose images are being inspected")
                .register(meters);
        Gauge.builder("tare.queue.waiting", queue, InspectionQueue::waiting)
                .description("Requests that wait for their turn")
                .register(meters);
        return queue;
    }

    @Bean
    Scale scale(LimitsProperties properties, MeterRegistry meters) {
        return new Scale(properties.toLimits(), meters);
    }

    @Bean
    GivenImages givenImages(GivenImagesProperties properties, Scale scale, Catalog catalog) {
        return new GivenImages(properties.images(), scale, catalog);
    }
}
