package dev.tare.catalog;

import dev.tare.registry.Registries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the registries whose images clients may name. */
@Configuration(proxyBeanMethods = false)
class RegistriesConfiguration {

    @Bean
    Registries registries() {
        return Registries.ofService();
    }
}
