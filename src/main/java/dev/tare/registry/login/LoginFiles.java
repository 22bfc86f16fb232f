package dev.tare.registry.login;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The files in which {@code docker login} and {@code podman login} store credentials or the names of credential helpers.
 * The first file with credentials for a repository counts.
 *
 * @see <a href="https://github.com/containers/image/blob/v5.36.2/docs/containers-auth.json.5.md">containers-auth.json</a>
 */
public final class LoginFiles implements Logins {

    private static final int MAX_SIZE = 1 << 20;

    /** A helper may ask its user for a passphrase. */
    private static final Duration HELPER_LIMIT = Duration.ofSeconds(30);

    /** The content of one file, as CI systems pass it. */
    private static final String CONTENT = "DOCKER_AUTH_CONFIG";

    private final @Nullable String content;

    private final List<Path> files;

    private final CredentialHelper helpers;

    /**
     * @param content the content of a file that comes before the others, or {@code null}
     * @param helpers runs the programs that the files name
     */
    LoginFiles(@Nullable String content, List<Path> files, CredentialHelper helpers) {
        this.content = content;
        this.files = List.copyOf(files);
        this.helpers = helpers;
    }

    /**
     * The files of this user, as Podman and Docker find them.
     *
     * @param environment returns the value of a variable, or {@code null}
     * @param home        the home folder
     */
    public static LoginFiles of(UnaryOperator<@Nullable String> environment, Path home) {
        List<Path> files = new ArrayList<>();
        add(files, environment.apply("REGISTRY_AUTH_FILE"), "");
        add(files, environment.apply("XDG_RUNTIME_DIR"), "containers/auth.json");
        add(files, Objects.requireNonNullElse(environment.apply("XDG_CONFIG_HOME"), home.resolve(".config").toString()),
                "containers/auth.json");
        add(files, Objects.requireNonNullElse(environment.apply("DOCKER_CONFIG"), home.resolve(".docker").toString()),
                "config.json");
        return new LoginFiles(environment.apply(CONTENT), files,
                new CredentialHelper(environment.apply("PATH"), HELPER_LIMIT));
    }

    /** Podman's credentials may be for a part of the repository's name; the longest part counts. */
    @Override
    public @Nullable Credentials find(String registry, String repository, Deadline deadline) {
        if (this.content != null && !this.content.isBlank()) {
            JsonNode document =
                    parse(registry, "the variable " + CONTENT, this.content.getBytes(StandardCharsets.UTF_8));
            Credentials found = find(registry, repository, document, deadline);
            if (found != null) {
                return found;
            }
        }
        for (Path file : this.files) {
            JsonNode document = read(registry, file);
            Credentials found = document == null ? null : find(registry, repository, document, deadline);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Credentials find(String registry, String repository, JsonNode document, Deadline deadline) {
        String helper = helper(registry, document);
        Credentials stored = helper == null ? null : this.helpers.get(helper, registry, deadline);
        return stored == null ? inline(registry, repository, document) : stored;
    }

    /** As in Docker, an empty name for one registry means that its credentials are in the file. */
    private static @Nullable String helper(String registry, JsonNode document) {
        Map<String, JsonNode> helpers = new LinkedHashMap<>();
        document.path("credHelpers").forEachEntry((key, name) -> helpers.putIfAbsent(LoginKey.normalized(key), name));
        JsonNode own = helpers.get(registry);
        String name = own == null || !own.isString() ? RegistryJson.text(document, "credsStore") : own.stringValue();
        return name == null || name.isEmpty() ? null : name;
    }

    private static @Nullable Credentials inline(String registry, String repository, JsonNode document) {
        Map<String, JsonNode> logins = new LinkedHashMap<>();
        document.path("auths").forEachEntry((key, login) -> logins.putIfAbsent(LoginKey.normalized(key), login));
        return LoginKey.matching(registry, repository)
                .map(logins::get)
                .filter(Objects::nonNull)
                .map(LoginFiles::parse)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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

    private static @Nullable JsonNode read(String registry, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(registry, "\"" + file + "\"", in.readNBytes(MAX_SIZE + 1));
        } catch (NoSuchFileException ex) {
            return null;
        } catch (IOException ex) {
            throw new LoginException(registry, "\"" + file
                    + "\" cannot be read. Allow the user that runs Tare to read it.");
        }
    }

    private static JsonNode parse(String registry, String place, byte[] content) {
        JsonNode document = content.length > MAX_SIZE ? null : RegistryJson.parse(content);
        if (document == null) {
            throw new LoginException(registry, place + " is not a JSON object of at most " + (MAX_SIZE >> 20)
                    + " MiB. Log in again.");
        }
        return document;
    }

    private static void add(List<Path> files, @Nullable String folder, String file) {
        if (folder != null && !folder.isEmpty()) {
            files.add(Path.of(folder).resolve(file));
        }
    }
}
