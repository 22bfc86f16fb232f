package dev.tare.catalog;

import java.nio.file.Path;

import dev.tare.registry.RegistriesSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configuration of registries.
 *
 * @param file Path of a JSON file with certificates, credentials and mirrors of registries. Tare uses the credentials of a
 *             registry only if the file lists the registry as public to all clients.
 */
@ConfigurationProperties("tare.registries")
record RegistriesFileProperties(@DefaultValue("") String file) {

    /** @throws dev.tare.registry.InvalidRegistriesException if the file cannot be read, or has another form */
    RegistriesSettings read() {
        return this.file.isBlank() ? RegistriesSettings.NONE : RegistriesSettings.read(Path.of(this.file));
    }
}
