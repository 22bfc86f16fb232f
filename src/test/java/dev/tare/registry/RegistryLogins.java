package dev.tare.registry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

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

    static String encoded(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
