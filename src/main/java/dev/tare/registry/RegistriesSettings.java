package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tare.limits.Deadline;
import dev.tare.registry.login.Credentials;
import dev.tare.registry.login.LoginException;
import dev.tare.registry.login.Logins;
import org.jspecify.annotations.Nullable;

/** Tare's own configuration of registries, by host and port. As text it has no secrets. */
public final class RegistriesSettings implements Logins {

    /** No registry is configured. */
    public static final RegistriesSettings NONE = new RegistriesSettings(Map.of());

    private static final String FILE = "TARE_REGISTRIES";

    private static final int MAX_PASSWORD = 1 << 16;

    private final Map<String, RegistrySettings> registries;

    /** The registries whose identity is left out for clients of a service, or {@code null} without a service. */
    private final @Nullable List<String> leftOut;

    RegistriesSettings(Map<String, RegistrySettings> registries) {
        this(registries, null);
    }

    private RegistriesSettings(Map<String, RegistrySettings> registries, @Nullable List<String> leftOut) {
        this.registries = new TreeMap<>(registries);
        this.leftOut = leftOut;
    }

    /**
     * The file in the variable {@value #FILE}, or {@code tare/registries.json} in the folder of this user's configuration
     * if it exists.
     *
     * @throws InvalidRegistriesException if it cannot be read, or has another form
     */
    static RegistriesSettings of(UnaryOperator<@Nullable String> environment, Path home) {
        String named = environment.apply(FILE);
        if (named != null && !named.isEmpty()) {
            return read(Path.of(named));
        }
        String folder = environment.apply("XDG_CONFIG_HOME");
        Path usual = (folder == null || folder.isEmpty() ? home.resolve(".config") : Path.of(folder))
                .resolve("tare/registries.json");
        return Files.exists(usual) ? read(usual) : NONE;
    }

    /**
     * Reads a file in the form of docs/REGISTRIES.md.
     *
     * @throws InvalidRegistriesException if it cannot be read, or has another form
     */
    public static RegistriesSettings read(Path file) {
        return RegistriesFile.read(file);
    }

    /**
     * The settings for a service whose clients are not known: without the credentials and client certificates of registries
     * that are not public to all clients.
     */
    public RegistriesSettings forAllClients() {
        Map<String, RegistrySettings> visible = new TreeMap<>(this.registries);
        visible.replaceAll((_, settings) -> settings.publicToAllClients() ? settings : settings.withoutIdentity());
        return new RegistriesSettings(visible, withheld());
    }

    /** The registries whose credentials or client certificate {@link #forAllClients()} leaves out. */
    public List<String> withheld() {
        return hosts(settings -> settings.hasIdentity() && !settings.publicToAllClients());
    }

    /** The registries that the operator of a service lists as public to all clients. */
    public List<String> publicRegistries() {
        return hosts(RegistrySettings::publicToAllClients);
    }

    /** The registries that are public to all clients, and all mirrors: their operator chose their addresses. */
    List<String> internal() {
        return Stream.concat(publicRegistries().stream(),
                this.registries.values()
                        .stream()
                        .flatMap(settings -> settings.mirrors().stream())
                        .map(Mirror::registry))
                .distinct()
                .toList();
    }

    @Override
    public @Nullable Credentials find(String registry, String repository, Deadline deadline) {
        RegistrySettings settings = of(registry);
        Path file = settings.passwordFile();
        String user = settings.user();
        return file == null || user == null ? settings.login() : new Credentials(user, password(registry, file), false);
    }

    /** The next step if a registry refuses access, in sentences. */
    String remedy(String registry) {
        if (this.leftOut == null) {
            return "If the repository is private, log in with \"docker login " + registry + "\" or \"podman login "
                    + registry + "\" as a user who may pull from it.";
        }
        return this.leftOut.contains(registry)
                ? "Tare has credentials for this registry, but its operator does not list it as public to all clients."
                : "If the repository is private, the operator of Tare can configure credentials for it.";
    }

    RegistrySettings of(String registry) {
        return this.registries.getOrDefault(registry, RegistrySettings.NONE);
    }

    @Override
    public String toString() {
        return "Settings of the registries " + this.registries.keySet();
    }

    /** Editors end a file with a line break. */
    private static String password(String registry, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String password = new String(in.readNBytes(MAX_PASSWORD), StandardCharsets.UTF_8).stripTrailing();
            if (!password.isEmpty()) {
                return password;
            }
        } catch (IOException ex) {
            throw new LoginException(registry, "the file with its password, \"" + file
                    + "\", cannot be read. Correct \"passwordFile\", or allow the user that runs Tare to read it.");
        }
        throw new LoginException(registry, "the file with its password, \"" + file + "\", is empty.");
    }

    private List<String> hosts(Predicate<RegistrySettings> condition) {
        return this.registries.entrySet()
                .stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
