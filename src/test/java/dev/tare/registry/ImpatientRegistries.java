package dev.tare.registry;

import java.time.Duration;

import dev.tare.registry.Registries.Configuration;

/** Registries for tests of faults: the user has a login for one host, and waits are short. */
public final class ImpatientRegistries {

    /** The password of the login. It must not appear in errors. */
    public static final String PASSWORD = "geheim";

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(1),
            Duration.ofMillis(500), Duration.ofMillis(1), Duration.ofSeconds(2), 4);

    private ImpatientRegistries() {}

    public static Registries withLoginFor(String host) {
        Configuration configuration = new Configuration(RegistriesSettings.NONE,
                RegistryLogins.connections(RegistriesSettings.NONE), RegistryLogins.of(host, "user:" + PASSWORD));
        return new Registries(() -> configuration, PATIENCE);
    }
}
