package dev.tare.registry.login;

import java.util.Set;
import java.util.stream.Stream;

/** Names under which credentials are stored: a registry, or a part of the repositories in it. */
final class LoginKey {

    private static final String DOCKER_HUB = "docker.io";

    /** The paths of the registry as a whole. */
    private static final Set<String> APIS = Set.of("/", "/v1", "/v1/", "/v2", "/v2/");

    private LoginKey() {}

    /** The whole name, then without its last part, and so on until only the registry is left. */
    static Stream<String> matching(String registry, String repository) {
        return Stream.iterate(registry + "/" + repository, key -> !key.isEmpty(),
                key -> key.substring(0, Math.max(0, key.lastIndexOf('/'))));
    }

    /**
     * The registry, with a part of a repository if there is one. Docker writes the address of an old API for Docker Hub:
     * {@code https://index.docker.io/v1/}.
     */
    static String normalized(String key) {
        int scheme = key.indexOf("://");
        String name = scheme < 0 ? key : key.substring(scheme + 3);
        int slash = name.indexOf('/');
        String host = slash < 0 ? name : name.substring(0, slash);
        String path = slash < 0 || APIS.contains(name.substring(slash)) ? "" : name.substring(slash);
        return switch (host) {
            case "index.docker.io", "registry-1.docker.io" -> DOCKER_HUB + path;
            default -> host + path;
        };
    }

    /** The address under which credential helpers store credentials for a registry. */
    static String server(String registry) {
        return registry.equals(DOCKER_HUB) ? "https://index.docker.io/v1/" : registry;
    }
}
