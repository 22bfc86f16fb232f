package dev.tare.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Files of credentials, as {@code docker login} writes them. */
final class RegistryLogins {

    private RegistryLogins() {}

    /** @param login the user and the password with a colon between them */
    static CredentialFiles of(String host, String login) {
        return ofJson("{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(host, encoded(login)));
    }

    static CredentialFiles none() {
        return new CredentialFiles(List.of());
    }

    static CredentialFiles ofJson(String json) {
        try {
            Path file = Files.createTempFile("logins", ".json");
            file.toFile().deleteOnExit();
            return new CredentialFiles(List.of(Files.writeString(file, json)));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static String encoded(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
