package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.registry.login.Credentials;
import dev.tare.registry.login.LoginException;
import dev.tare.registry.login.Logins;
import dev.tare.tls.TlsFiles;
import org.jspecify.annotations.Nullable;

/** Tare's own configuration of registries, by host and port. As text it has no secrets. */
public final class RegistriesSettings implements Logins {

    /** No registry is configured. */
    public static final RegistriesSettings NONE = new RegistriesSettings(Map.of());

    private static final String FILE = "TARE_REGISTRIES";

    private static final int MAX_PASSWORD = 1 << 16;

    private final Map<String, RegistrySettings> registries;

    /** The service that uses the settings, or {@code null} for a user. */
    private final @Nullable Service service;

    RegistriesSettings(Map<String, RegistrySettings> registries) {
        this(registries, null);
    }

    private RegistriesSettings(Map<String, RegistrySettings> registries, @Nullable Service service) {
        this.registries = new TreeMap<>(registries);
        this.service = service;
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
     *
     * @param log receives errors with the paths and mirrors that clients must not see
     */
    RegistriesSettings forAllClients(Consumer<InvalidImageException> log) {
        Map<String, RegistrySettings> visible = new TreeMap<>(this.registries);
        visible.replaceAll((_, settings) -> settings.publicToAllClients() ? settings : settings.withoutIdentity());
        return new RegistriesSettings(visible, new Service(withheld(), log));
    }

    /** The registries whose credentials or client certificate a service leaves out for its clients. */
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
        if (file == null || user == null) {
            return settings.login();
        }
        try {
            return new Credentials(user, password(registry, file), false);
        } catch (InvalidRegistriesException ex) {
            throw new LoginException(registry, hidden(ex, "the file with its password cannot be used. The operator of "
                    + "Tare can correct it; the log of the service has the reason.", ex.problem()));
        }
    }

    /**
     * Reads all files with passwords once.
     *
     * @throws InvalidRegistriesException if one cannot be read, or is empty
     */
    void checkPasswords() {
        this.registries.forEach((registry, settings) -> {
            if (settings.passwordFile() != null) {
                password(registry, settings.passwordFile());
            }
        });
    }

    /** The certificates and keys of all registries. */
    List<TlsFiles> tls() {
        return this.registries.values().stream().map(RegistrySettings::tls).distinct().toList();
    }

    /** The error of a registry after its mirrors failed. Only the log of a service has the failures of its mirrors. */
    RegistryException afterMirrors(RegistryException last) {
        RegistryException whole = last.afterMirrors();
        return hidden(whole, last, whole);
    }

    /** Either form of an error: that for the clients of a service, whose log has the problem, or that for a user. */
    private <T> T hidden(InvalidImageException problem, T forClients, T forUser) {
        if (this.service == null) {
            return forUser;
        }
        this.service.log().accept(problem);
        return forClients;
    }

    /** The next step if a registry refuses access, in sentences. */
    String remedy(String registry) {
        if (this.service == null) {
            return "If the repository is private, log in with \"docker login " + registry + "\" or \"podman login "
                    + registry + "\" as a user who may pull from it.";
        }
        return this.service.withheld().contains(registry)
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
            throw InvalidRegistriesException.password(registry, file, "cannot be read. Correct \"passwordFile\", or "
                    + "allow the user that runs Tare to read it.", ex);
        }
        throw InvalidRegistriesException.password(registry, file, "is empty.", null);
    }

    private List<String> hosts(Predicate<RegistrySettings> condition) {
        return this.registries.entrySet()
                .stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * A service whose clients are not known.
     *
     * @param withheld the registries whose identity is left out
     */
    private record Service(List<String> withheld, Consumer<InvalidImageException> log) {}
}
