package dev.tare.registry.login;

import java.util.List;
import java.util.Objects;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/** A place with credentials for registries. Safe for use by several threads. */
@FunctionalInterface
public interface Logins {

    /**
     * The credentials for a repository, or {@code null}. They are only for this registry.
     *
     * @param registry   the host with an optional port; {@code docker.io} for Docker Hub
     * @param repository such as {@code library/nginx}
     * @throws LoginException if the credentials cannot be read
     */
    @Nullable
    Credentials find(String registry, String repository, Deadline deadline);

    /** No credentials. */
    static Logins none() {
        return (_, _, _) -> null;
    }

    /** The credentials of the first place that has some for the repository. */
    static Logins firstOf(List<Logins> places) {
        return (registry, repository, deadline) -> places.stream()
                .map(place -> place.find(registry, repository, deadline))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
