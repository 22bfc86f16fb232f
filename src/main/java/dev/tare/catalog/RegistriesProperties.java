package dev.tare.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.tare.network.NetworkPolicy;
import dev.tare.network.RefusedHostException;
import dev.tare.registry.RegistriesSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The registries whose images clients may name.
 *
 * @param file     Path of a JSON file with certificates, credentials and mirrors of registries. Tare uses the credentials
 *                 of a registry only if the file lists the registry as public to all clients.
 * @param allowed  Registries whose images clients may name, as HOST[:PORT] or *.SUFFIX[:PORT]. Without this setting, all
 *                 registries of the internet are allowed.
 * @param denied   Hosts to which Tare never connects, as HOST[:PORT] or *.SUFFIX[:PORT], and networks such as
 *                 10.0.0.0/8. This setting takes precedence over the others.
 * @param internal Registries and their token and storage servers that may have loopback, private or carrier-grade NAT
 *                 addresses, as HOST[:PORT] or *.SUFFIX[:PORT]. A network such as 10.0.0.0/8 allows each registry with
 *                 an address in it.
 */
@ConfigurationProperties("tare.registries")
record RegistriesProperties(@DefaultValue("") String file, @DefaultValue List<String> allowed,
        @DefaultValue List<String> denied,
        @DefaultValue List<String> internal) {

    /** @throws dev.tare.registry.InvalidRegistriesException if the file cannot be read, or has another form */
    RegistriesSettings read() {
        return this.file.isBlank() ? RegistriesSettings.NONE : RegistriesSettings.read(Path.of(this.file));
    }

    /**
     * @param log receives each refused request
     * @throws IllegalArgumentException if an element has another form
     */
    NetworkPolicy toPolicy(Consumer<RefusedHostException> log) {
        try {
            return NetworkPolicy.of(this.allowed, this.denied, this.internal, log);
        } catch (IllegalArgumentException ex) {
            throw new IllegalArgumentException("tare.registries." + ex.getMessage(), ex);
        }
    }
}
