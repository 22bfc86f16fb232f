package dev.tare.catalog;

import dev.tare.error.MaskedError;
import dev.tare.registry.Registries;
import dev.tare.registry.RegistriesSettings;
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

    @Bean
    RegistriesSettings registriesSettings(RegistriesProperties properties) {
        RegistriesSettings settings = properties.read();
        settings.withheld()
                .forEach(registry -> logger.warn(
                        "The credentials and the client certificate of {} are not used, because "
                                + "every client could read its images. Set publicToAllClients in {} if they may.",
                        registry,
                        properties.file()));
        return settings;
    }

    /** The answer to a client has no addresses, paths and mirrors, but the log has them. */
    @Bean
    Registries registries(RegistriesSettings settings, RegistriesProperties properties) {
        return Registries.ofService(settings, properties.toPolicy(
                refusal -> logger.warn("A request to a registry was refused: {}", refusal.getMessage())),
                problem -> logger.warn("An image was not read: {}", MaskedError.message(problem)));
    }
}
