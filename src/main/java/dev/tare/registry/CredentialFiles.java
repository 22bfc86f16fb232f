package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The files in which {@code docker login} and {@code podman login} store credentials. The first file with credentials for
 * a repository counts.
 *
 * @see <a href="https://github.com/containers/image/blob/v5.36.2/docs/containers-auth.json.5.md">containers-auth.json</a>
 */
final class CredentialFiles {

    private static final int MAX_SIZE = 1 << 20;

    private final List<Path> files;

    CredentialFiles(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * The files of this user, as Podman and Docker find them.
     *
     * @param environment returns the value of a variable, or {@code null}
     * @param home        the home folder
     */
    static CredentialFiles of(UnaryOperator<@Nullable String> environment, Path home) {
        List<Path> files = new ArrayList<>();
        add(files, environment.apply("REGISTRY_AUTH_FILE"), "");
        add(files, environment.apply("XDG_RUNTIME_DIR"), "containers/auth.json");
        add(files, Objects.requireNonNullElse(environment.apply("XDG_CONFIG_HOME"), home.resolve(".config").toString()),
                "containers/auth.json");
        add(files, Objects.requireNonNullElse(environment.apply("DOCKER_CONFIG"), home.resolve(".docker").toString()),
                "config.json");
        return new CredentialFiles(files);
    }

    /**
     * The credentials for a repository, or {@code null}. Podman's may be for a part of the repository's name; the longest
     * part counts.
     *
     * @throws RegistryException if a file cannot be read
     */
    @Nullable
    Credentials find(ImageReference image) {
        for (Path file : this.files) {
            JsonNode document = read(image, file);
            Credentials found = document == null ? null : find(image, document);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Credentials find(ImageReference image, JsonNode document) {
        Map<String, JsonNode> logins = new LinkedHashMap<>();
        document.path("auths").forEachEntry((key, login) -> logins.putIfAbsent(normalized(key), login));
        return keys(image).map(logins::get)
                .filter(Objects::nonNull)
                .map(CredentialFiles::parse)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The whole name, then without its last part, and so on until only the registry is left. */
    private static Stream<String> keys(ImageReference image) {
        return Stream.iterate(image.registry() + "/" + image.repository(), key -> !key.isEmpty(),
                key -> key.substring(0, Math.max(0, key.lastIndexOf('/'))));
    }

    /** Docker writes the address of an old API for Docker Hub: {@code https://index.docker.io/v1/}. */
    private static String normalized(String key) {
        int scheme = key.indexOf("://");
        String name = scheme < 0 ? key : key.substring(scheme + 3);
        int slash = name.indexOf('/');
        String host = slash < 0 ? name : name.substring(0, slash);
        String path = slash < 0 || scheme >= 0 || name.startsWith("/v1", slash) || name.startsWith("/v2", slash) ? ""
                : name.substring(slash);
        return switch (host) {
            case "index.docker.io", "registry-1.docker.io" -> ImageReference.DOCKER_HUB + path;
            default -> host + (path.equals("/") ? "" : path);
        };
    }

    /** An entry may be empty, if the credentials are elsewhere. */
    private static @Nullable Credentials parse(JsonNode login) {
        String token = RegistryJson.text(login, "identitytoken");
        String encoded = RegistryJson.text(login, "auth");
        String decoded = encoded == null ? "" : decoded(encoded);
        int colon = decoded.indexOf(':');
        if (token != null) {
            return new Credentials(colon < 0 ? "" : decoded.substring(0, colon), token, true);
        }
        if (colon > 0) {
            return new Credentials(decoded.substring(0, colon), decoded.substring(colon + 1), false);
        }
        String user = RegistryJson.text(login, "username");
        String password = RegistryJson.text(login, "password");
        return user == null || password == null ? null : new Credentials(user, password, false);
    }

    /** Some versions of Docker fill the password with zeros. */
    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException ex) {
            return "";
        }
    }

    private static @Nullable JsonNode read(ImageReference image, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            JsonNode document = content.length > MAX_SIZE ? null : RegistryJson.parse(content);
            if (document == null) {
                throw RegistryException.invalid(image, "it asks for credentials, but \"" + file
                        + "\" is not a JSON object of at most " + (MAX_SIZE >> 20) + " MiB. Log in again.");
            }
            return document;
        } catch (NoSuchFileException ex) {
            return null;
        } catch (IOException ex) {
            throw RegistryException.invalid(image, "it asks for credentials, but \"" + file
                    + "\" cannot be read. Allow the user that runs Tare to read it.");
        }
    }

    private static void add(List<Path> files, @Nullable String folder, String file) {
        if (folder != null && !folder.isEmpty()) {
            files.add(Path.of(folder).resolve(file));
        }
    }
}
