package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.tare.image.InvalidValueException;
import dev.tare.registry.login.Credentials;
import dev.tare.tls.TlsFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON file that configures registries. An unknown key is an error, because a typing error would be one too. */
final class RegistriesFile {

    private static final int MAX_SIZE = 1 << 20;

    private static final int MAX_DEPTH = 8;

    /** Errors do not quote invalid JSON, because it may be a password. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .errorReportConfiguration(ErrorReportConfiguration.builder().maxErrorTokenLength(0).build())
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build()).build();

    private static final String REGISTRIES = "registries";

    private static final Set<String> KEYS = Set.of("username", "password", "passwordFile", "identityToken", "ca",
            "certificate", "key", "plainHttp", "mirrors", "publicToAllClients");

    private final Path file;

    private RegistriesFile(Path file) {
        this.file = file;
    }

    static RegistriesSettings read(Path file) {
        return new RegistriesFile(file).read();
    }

    private RegistriesSettings read() {
        try (InputStream in = Files.newInputStream(this.file)) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            if (content.length > MAX_SIZE) {
                throw invalid("it has more than 1 MiB");
            }
            return parse(MAPPER.readTree(content));
        } catch (NoSuchFileException ex) {
            throw new InvalidRegistriesException(this.file, "there is no such file", ex);
        } catch (IOException ex) {
            throw new InvalidRegistriesException(this.file, "the user that runs Tare cannot read it", ex);
        } catch (JacksonException ex) {
            TokenStreamLocation place = ex.getLocation();
            throw new InvalidRegistriesException(this.file, "it is not JSON, or has a key twice"
                    + (place == null ? ""
                            : " (at line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"),
                    null);
        }
    }

    private RegistriesSettings parse(JsonNode root) {
        requireKeys(root, "it", Set.of(REGISTRIES));
        Map<String, RegistrySettings> registries = new TreeMap<>();
        JsonNode list = root.path(REGISTRIES);
        requireObject(list, REGISTRIES);
        list.forEachEntry((host, settings) -> {
            String place = REGISTRIES + ".\"" + host + "\"";
            if (registries.put(host(host, place), settings(settings, place)) != null) {
                throw invalid(place + " is there twice, under another name");
            }
        });
        return new RegistriesSettings(registries);
    }

    private String host(String text, String place) {
        try {
            String host = ImageReference.parse(text + "/x/y:1").registry();
            if (text.indexOf('/') < 0
                    && (host.equalsIgnoreCase(text) || text.toLowerCase(Locale.ROOT).endsWith("docker.io"))) {
                return host;
            }
        } catch (InvalidValueException ex) {
            // The error below has the form of registries.
        }
        throw invalid(place + " is not a registry. Expected HOST[:PORT] as in references, such as "
                + "registry.example.com:5000 or docker.io");
    }

    private RegistrySettings settings(JsonNode node, String place) {
        requireKeys(node, place, KEYS);
        String user = text(node, place, "username");
        String password = text(node, place, "password");
        String token = text(node, place, "identityToken");
        Path passwordFile = path(node, place, "passwordFile");
        int secrets = (password == null ? 0 : 1) + (token == null ? 0 : 1) + (passwordFile == null ? 0 : 1);
        if (secrets > 1) {
            throw invalid(place + " has more than one of \"password\", \"passwordFile\" and \"identityToken\"");
        }
        if ((user == null) != (password == null && passwordFile == null)) {
            throw invalid(place + " has only one of \"username\" and its \"password\" or \"passwordFile\"");
        }
        Credentials login = token != null ? new Credentials("", token, true)
                : user != null && password != null ? new Credentials(user, password, false)
                : null;
        return new RegistrySettings(login, user, passwordFile, tls(node, place),
                node.has("plainHttp") ? flag(node, place, "plainHttp") : null,
                mirrors(node, place), flag(node, place, "publicToAllClients"));
    }

    private TlsFiles tls(JsonNode node, String place) {
        Path authority = path(node, place, "ca");
        Path certificate = path(node, place, "certificate");
        Path key = path(node, place, "key");
        if ((certificate == null) != (key == null)) {
            throw invalid(place + " has only one of \"certificate\" and \"key\"");
        }
        return new TlsFiles(authority == null ? List.of() : List.of(authority), certificate, key);
    }

    private List<Mirror> mirrors(JsonNode node, String place) {
        JsonNode list = node.path("mirrors");
        List<Mirror> mirrors = new ArrayList<>();
        for (JsonNode mirror : list) {
            try {
                mirrors.add(Mirror.parse(mirror.isString() ? mirror.stringValue() : ""));
            } catch (InvalidValueException ex) {
                throw invalid(place + ".mirrors[" + mirrors.size() + "] is no mirror. Expected HOST[:PORT][/PREFIX]");
            }
        }
        if (!list.isMissingNode() && !list.isArray()) {
            throw invalid(place + ".mirrors is not a list");
        }
        return mirrors;
    }

    /** Relative to the folder of the file. */
    private @Nullable Path path(JsonNode node, String place, String key) {
        String text = text(node, place, key);
        try {
            return text == null ? null : this.file.toAbsolutePath().resolveSibling(text);
        } catch (InvalidPathException ex) {
            throw invalid(place + "." + key + " is not a path");
        }
    }

    private @Nullable String text(JsonNode node, String place, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw invalid(place + "." + key + " is not a text, or is empty");
        }
        return value.stringValue();
    }

    private boolean flag(JsonNode node, String place, String key) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw invalid(place + "." + key + " is not true or false");
        }
        return value.booleanValue(false);
    }

    private void requireKeys(JsonNode node, String place, Set<String> keys) {
        requireObject(node, place);
        node.propertyNames().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw invalid(place + " has the unknown key \"" + key + "\". Known are " + String.join(", ",
                    keys.stream().sorted().toList()));
        });
    }

    private void requireObject(JsonNode node, String place) {
        if (!node.isObject()) {
            throw invalid(place + " is not a JSON object");
        }
    }

    private InvalidRegistriesException invalid(String problem) {
        return new InvalidRegistriesException(this.file, problem, null);
    }
}
