package dev.tare.registry;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.network.NetworkPolicy;
import dev.tare.registry.login.EnvironmentLogin;
import dev.tare.registry.login.LoginFiles;
import dev.tare.registry.login.Logins;
import org.jspecify.annotations.Nullable;

/**
 * Opens clients of registries, all under one configuration. Each client has its own connections. They share a bound: at
 * most four requests to each registry run at once, and at most four connections to it are open. Safe for use by several
 * threads.
 */
public final class Registries implements Closeable {

    private final Supplier<Configuration> reading;

    private final Patience patience;

    private @Nullable Configuration configuration;

    Registries(Supplier<Configuration> reading, Patience patience) {
        this.reading = reading;
        this.patience = patience;
    }

    /** All registries that the user that runs Tare can reach, with the usual configuration of this user. */
    public static Registries ofThisUser() {
        return ofThisUser(() -> null);
    }

    /**
     * All registries that the user that runs Tare can reach, with the certificates and credentials of this user. The
     * environment comes before the settings, and the settings before the files of Docker and Podman. Nothing is read before
     * the first client.
     *
     * @param file returns the file of settings, or {@code null} for the usual one
     */
    public static Registries ofThisUser(Supplier<@Nullable Path> file) {
        UnaryOperator<@Nullable String> environment = System::getenv;
        Path home = Path.of(System.getProperty("user.home", ""));
        return new Registries(() -> {
            Path given = file.get();
            RegistriesSettings settings = given == null ? RegistriesSettings.of(environment, home)
                    : RegistriesSettings.read(given);
            return new Configuration(settings,
                    new Connections(NetworkPolicy.EVERYTHING, settings, CertificateFolders.of(home), environment),
                    Logins.firstOf(
                            List.of(new EnvironmentLogin(environment), settings, LoginFiles.of(environment, home))));
        }, Patience.USUAL);
    }

    /**
     * The registries of a service whose clients are not known. It has only the certificates and credentials of registries
     * that the settings list as public to all clients, and reads no file of its user. These registries and all mirrors may
     * have addresses of private networks. All configured files are read once at first, so that mistakes are found early.
     *
     * @param policy decides to which other hosts and addresses to connect
     * @param log    receives errors with the paths and mirrors that clients must not see
     * @throws InvalidRegistriesException        if a file with a password cannot be used
     * @throws dev.tare.tls.InvalidPemException if a file with certificates or a key cannot be used
     */
    public static Registries ofService(RegistriesSettings settings, NetworkPolicy policy,
            Consumer<InvalidImageException> log) {
        return ofService(settings, policy, System::getenv, log);
    }

    static Registries ofService(RegistriesSettings settings, NetworkPolicy policy,
            UnaryOperator<@Nullable String> environment, Consumer<InvalidImageException> log) {
        RegistriesSettings visible = settings.forAllClients(log);
        Connections connections = new Connections(policy.withInternal(visible.internal()), visible,
                new CertificateFolders(List.of()), environment);
        visible.checkPasswords();
        connections.readFiles();
        Configuration configuration = new Configuration(visible, connections, visible);
        return new Registries(() -> configuration, Patience.USUAL);
    }

    /**
     * Opens a client for the repository of an image, also in the mirrors of its registry. The caller closes it.
     *
     * @param deadline of all requests together
     * @throws InvalidRegistriesException if the file of settings cannot be used
     * @throws RegistryException          if the registry may not be asked
     */
    public Repository client(ImageReference image, Deadline deadline) {
        return client(image, deadline, new Traffic());
    }

    /** The same, and counts all its requests. */
    public Repository client(ImageReference image, Deadline deadline, Traffic traffic) {
        configuration().connections().requireAllowed(image);
        List<Mirror> mirrors = configuration().settings().of(image.registry()).mirrors();
        RegistryClient own = client(image, this.patience, deadline, traffic);
        return mirrors.isEmpty() ? own
                : new MirroredRepository(Stream.concat(mirrors.stream()
                        .map(mirror -> client(mirror.of(image), this.patience.ofMirrors(), deadline, traffic)),
                        Stream.of(own))
                        .toList(), configuration().settings());
    }

    /** Ends all requests. */
    @Override
    public synchronized void close() {
        if (this.configuration != null) {
            this.configuration.connections().close();
        }
    }

    private RegistryClient client(ImageReference image, Patience patience, Deadline deadline, Traffic traffic) {
        Configuration now = configuration();
        return new RegistryClient(image, now.connections(), now.logins(), patience, deadline, traffic);
    }

    private synchronized Configuration configuration() {
        Configuration read = this.configuration;
        if (read == null) {
            read = this.reading.get();
            this.configuration = read;
        }
        return read;
    }

    /** What all clients share. */
    record Configuration(RegistriesSettings settings, Connections connections, Logins logins) {}
}
