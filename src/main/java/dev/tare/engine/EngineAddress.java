package dev.tare.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where an engine listens. The origin states who named the address, for errors: a variable, a context, or {@code null}
 * for a usual place.
 */
sealed interface EngineAddress {

    /** A host and a port. Names of services in Compose files may have an underscore, which {@link URI} does not accept. */
    Pattern AUTHORITY = Pattern.compile("([a-zA-Z0-9._-]+|\\[[0-9a-fA-F:.]+])(?::([0-9]{1,5}))?");

    /** The name of the setting, or {@code null}. */
    @Nullable
    String origin();

    /** The value of the header {@code Host}. */
    default String host() {
        return "localhost";
    }

    /** A Unix socket. */
    record Unix(Path path, @Nullable String origin) implements EngineAddress {

        @Override
        public String toString() {
            return "unix://" + this.path;
        }
    }

    /**
     * A host that is reached over TCP.
     *
     * @param name the name or the IP address
     * @param tls the keys and certificates, or {@code null} without TLS
     */
    record Tcp(String name, int port, @Nullable KeyFolder tls, @Nullable String origin) implements EngineAddress {

        @Override
        public String host() {
            return this.name + ":" + this.port;
        }

        @Override
        public String toString() {
            return "tcp://" + host();
        }
    }

    /**
     * Parses {@code unix:///PATH}, {@code tcp://HOST[:PORT]}, {@code http://HOST[:PORT]} or {@code
     * https://HOST[:PORT]}. Without a port it is 2376 with TLS, and 2375 without.
     *
     * @param tls the keys and certificates for TCP, or {@code null} without TLS
     * @throws EngineException if the text has another form, or one that Tare does not support
     */
    static EngineAddress parse(EngineKind kind, String text, String origin, @Nullable KeyFolder tls) {
        int end = text.indexOf("://");
        String scheme = end < 0 ? "" : text.substring(0, end).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "unix" -> new Unix(socket(kind, text, text.substring(end + 3), origin), origin);
            case "tcp", "http", "https" -> tcp(kind, text, origin,
                    tls == null && scheme.equals("https") ? KeyFolder.NONE : tls);
            case "ssh" -> throw EngineException.ssh(kind, text, origin);
            case "npipe" -> throw EngineException.pipe(kind, text, origin);
            default -> throw EngineException.address(kind, text, origin);
        };
    }

    private static Path socket(EngineKind kind, String text, String path, String origin) {
        try {
            if (path.startsWith("/")) {
                return Path.of(path);
            }
        } catch (InvalidPathException ex) {
            // Reported like every other form.
        }
        throw EngineException.address(kind, text, origin);
    }

    private static Tcp tcp(EngineKind kind, String text, String origin, @Nullable KeyFolder tls) {
        try {
            URI uri = new URI(text);
            String path = uri.getRawPath();
            Matcher authority = AUTHORITY.matcher(Objects.requireNonNullElse(uri.getRawAuthority(), ""));
            if (!authority.matches() || !(path.isEmpty() || path.equals("/"))) {
                throw EngineException.address(kind, text, origin);
            }
            int port = authority.group(2) == null ? tls == null ? 2375 : 2376 : Integer.parseInt(authority.group(2));
            if (port > 0xffff) {
                throw EngineException.address(kind, text, origin);
            }
            return new Tcp(authority.group(1), port, tls, origin);
        } catch (URISyntaxException ex) {
            throw EngineException.address(kind, text, origin);
        }
    }
}
