package dev.tare.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of an engine in the order of its own command: a variable, Docker's context, and then the usual
 * sockets. The first socket that answers counts.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/#environment-variables">Docker, environment variables</a>
 */
final class AddressSearch {

    private final UnaryOperator<@Nullable String> environment;

    private final Path home;

    /**
     * @param environment returns the value of a variable, or {@code null}
     * @param home        the home folder
     */
    AddressSearch(UnaryOperator<@Nullable String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /**
     * The addresses to try, in this order.
     *
     * @throws EngineException if a setting cannot be used
     */
    List<EngineAddress> find(EngineKind kind) {
        String host = variable(kind.variable());
        return switch (kind) {
            case DOCKER -> host == null ? dockerContext()
                    : List.of(EngineAddress.parse(kind, host, kind.variable(), dockerTls()));
            case PODMAN -> host == null ? podmanSockets()
                    : List.of(EngineAddress.parse(kind, host, kind.variable(), null));
        };
    }

    private List<EngineAddress> dockerContext() {
        DockerContexts contexts = new DockerContexts(dockerFolder());
        String chosen = variable("DOCKER_CONTEXT");
        EngineAddress address = chosen == null ? contexts.current() : contexts.find(chosen, "DOCKER_CONTEXT");
        return address == null ? dockerSockets() : List.of(address);
    }

    private List<EngineAddress> dockerSockets() {
        return sockets(Path.of("/var/run/docker.sock"), below("XDG_RUNTIME_DIR", "docker.sock"),
                this.home.resolve(".docker/run/docker.sock"));
    }

    private List<EngineAddress> podmanSockets() {
        return sockets(below("XDG_RUNTIME_DIR", "podman/podman.sock"), Path.of("/run/podman/podman.sock"));
    }

    /** Any value of the variables selects TLS, as with Docker's command. Tare verifies the certificate even if only the
     *  second one is set. */
    private @Nullable KeyFolder dockerTls() {
        if (variable("DOCKER_TLS_VERIFY") == null && variable("DOCKER_TLS") == null) {
            return null;
        }
        String folder = variable("DOCKER_CERT_PATH");
        return new KeyFolder(folder == null ? dockerFolder() : Path.of(folder));
    }

    private Path dockerFolder() {
        String folder = variable("DOCKER_CONFIG");
        return folder == null ? this.home.resolve(".docker") : Path.of(folder);
    }

    private @Nullable Path below(String variable, String file) {
        String folder = variable(variable);
        return folder == null ? null : Path.of(folder).resolve(file);
    }

    private @Nullable String variable(String name) {
        String value = this.environment.apply(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private static List<EngineAddress> sockets(@Nullable Path... paths) {
        List<EngineAddress> addresses = new ArrayList<>();
        for (Path path : paths) {
            if (path != null) {
                addresses.add(new EngineAddress.Unix(path, null));
            }
        }
        return addresses;
    }
}
