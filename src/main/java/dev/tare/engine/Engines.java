package dev.tare.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/** Finds the engines that one user can use. Safe for use by several threads. */
public final class Engines {

    /** How long an engine may send nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AddressSearch search;

    private final Duration patience;

    Engines(UnaryOperator<@Nullable String> environment, Path home, Duration patience) {
        this.search = new AddressSearch(environment, home);
        this.patience = patience;
    }

    /**
     * The engines that these settings name.
     *
     * @param environment returns the value of a variable, or {@code null}
     * @param home        the home folder, which has the settings of Docker's command
     */
    public Engines(UnaryOperator<@Nullable String> environment, Path home) {
        this(environment, home, PATIENCE);
    }

    /** The engines of the user that runs Tare, with the settings of this user. */
    public static Engines ofThisUser() {
        return new Engines(System::getenv, Path.of(System.getProperty("user.home", "")));
    }

    /**
     * The engine of this kind. Only its first request shows whether it answers.
     *
     * @param deadline of all requests together
     * @throws EngineException if the settings of the user name no engine that Tare can use
     */
    public Engine engine(EngineKind kind, Deadline deadline) {
        return engine(kind, this.search.find(kind), deadline);
    }

    /**
     * The engine of this kind if it has a socket on this machine, or {@code null}. The socket may be of an engine that
     * no longer runs.
     *
     * @param deadline of all requests together
     */
    public @Nullable Engine local(EngineKind kind, Deadline deadline) {
        try {
            List<EngineAddress> sockets = this.search.find(kind)
                    .stream()
                    .filter(address -> address instanceof EngineAddress.Unix unix && Files.exists(unix.path()))
                    .toList();
            return sockets.isEmpty() ? null : engine(kind, sockets, deadline);
        } catch (EngineException ex) {
            return null;
        }
    }

    private Engine engine(EngineKind kind, List<EngineAddress> addresses, Deadline deadline) {
        return new Engine(new EngineRequests(kind, addresses, this.patience, deadline));
    }
}
