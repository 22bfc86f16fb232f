package dev.tare.registry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.network.NetworkPolicy;
import dev.tare.registry.login.LoginFiles;
import dev.tare.registry.login.Logins;

/** Files of credentials, as {@code docker login} writes them. */
final class RegistryLogins {

    private RegistryLogins() {}

    /** @param login the user and the password with a colon between them */
    static Logins of(String host, String login) {
        return ofJson("{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(host, encoded(login)));
    }

    static Logins none() {
        return Logins.none();
    }

    static Logins ofJson(String json) {
        return LoginFiles.of(variable -> variable.equals("DOCKER_AUTH_CONFIG") ? json : null, Path.of("no-home"));
    }

    /** A client without any other configuration. */
    static RegistryClient client(ImageReference image, Logins logins, Patience patience) {
        return new RegistryClient(image, connections(RegistriesSettings.NONE), logins, patience,
                Deadline.of(Limits.DEFAULTS), new Traffic());
    }

    static Connections connections(RegistriesSettings settings) {
        return new Connections(NetworkPolicy.EVERYTHING, settings, new CertificateFolders(List.of()), _ -> null);
    }

    static String encoded(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
