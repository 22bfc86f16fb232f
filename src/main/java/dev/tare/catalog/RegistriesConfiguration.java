package dev.tare.catalog;

import dev.tare.registry.Registries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the registries whose images clients may name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistriesProperties.class)
class RegistriesConfiguration {

    private static final Logger logger = LoggerFactory.getLogger(RegistriesConfiguration.class);

    /** The answer to the client has no addresses, but the log has. */
    @Bean
    Registries registries(RegistriesProperties properties) {
        return Registries.ofService(
                properties.toPolicy(refusal -> logger.warn("A request to a registry was refused: {}",
                        refusal.getMessage())));
    }
}
