package dev.tare.registry;

import java.io.Closeable;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tare.limits.Deadline;
import dev.tare.registry.login.EnvironmentLogin;
import dev.tare.registry.login.LoginFiles;
import dev.tare.registry.login.Logins;
import org.jspecify.annotations.Nullable;

/**
 * Opens clients of registries, all under one configuration. They share connections, at most four for each registry. Safe
 * for use by several threads.
 */
public final class Registries implements Closeable {

    private final RegistriesSettings settings;

    private final Connections connections;

    private final Logins logins;

    private final Patience patience;

    Registries(RegistriesSettings settings, Connections connections, Logins logins, Patience patience) {
        this.settings = settings;
        this.connections = connections;
        this.logins = logins;
        this.patience = patience;
    }

    /**
     * All registries that the user that runs Tare can reach, with the certificates and credentials of this user. The
     * environment comes before the settings, and the settings before the files of Docker and Podman.
     */
    public static Registries ofThisUser(RegistriesSettings settings) {
        UnaryOperator<@Nullable String> environment = System::getenv;
        Path home = Path.of(System.getProperty("user.home", ""));
        return new Registries(settings,
                new Connections(settings, CertificateFolders.of(home), environment, Patience.USUAL.connect()),
                Logins.firstOf(
                        List.of(new EnvironmentLogin(environment), settings, LoginFiles.of(environment, home))),
                Patience.USUAL);
    }

    /**
     * The registries of a service whose clients are not known. It has only the certificates and credentials of registries
     * that the settings list as public to all clients, and reads no file of its user.
     */
    public static Registries ofService(RegistriesSettings settings) {
        RegistriesSettings visible = settings.forAllClients();
        return new Registries(visible,
                new Connections(visible, new CertificateFolders(List.of()), System::getenv, Patience.USUAL.connect()),
                visible, Patience.USUAL);
    }

    /**
     * Opens a client for the repository of an image, also in the mirrors of its registry. The caller closes it.
     *
     * @param deadline of all requests together
     */
    public Repository client(ImageReference image, Deadline deadline) {
        List<Mirror> mirrors = this.settings.of(image.registry()).mirrors();
        RegistryClient own = client(image, this.patience, deadline);
        return mirrors.isEmpty() ? own
                : new MirroredRepository(Stream.concat(mirrors.stream()
                        .map(mirror -> client(mirror.of(image), this.patience.ofMirrors(), deadline)), Stream.of(own))
                        .toList());
    }

    /** Whether requests to an address go through an HTTP proxy, which then looks up its name. */
    public boolean usesProxy(URI uri) {
        return this.connections.proxy(uri) != null;
    }

    /** Ends all requests. */
    @Override
    public void close() {
        this.connections.close();
    }

    private RegistryClient client(ImageReference image, Patience patience, Deadline deadline) {
        return new RegistryClient(image, this.connections, this.logins, patience, deadline);
    }
}
