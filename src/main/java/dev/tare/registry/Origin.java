package dev.tare.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port of a server. Credentials for one origin are never sent to another.
 *
 * @param host in lower case
 */
record Origin(String scheme, String host, int port) {

    private static final String HTTPS = "https";

    private static final int HTTPS_PORT = 443;

    private static final int HTTP_PORT = 80;

    private static final int MAX_PORT = 0xffff;

    static Origin of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
        return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() < 0 ? usual : uri.getPort());
    }

    /** The address of a registry, over plain HTTP or with TLS. */
    static URI address(ImageReference image, boolean isPlain) {
        return URI.create((isPlain ? "http://" : "https://") + authority(image));
    }

    /** Whether a registry usually has no TLS: on a loopback address, unless its port is 443. */
    static boolean isUsuallyPlain(ImageReference image) {
        URI plain = URI.create("http://" + authority(image));
        return isLoopback(plain.getHost()) && plain.getPort() != HTTPS_PORT;
    }

    private static String authority(ImageReference image) {
        return image.registry().equals(ImageReference.DOCKER_HUB) ? "registry-1.docker.io" : image.registry();
    }

    /**
     * The address in an answer, relative to that of its request.
     *
     * @return {@code null} if it is no web address, or has a user name
     */
    static @Nullable URI resolve(URI request, String location) {
        try {
            URI uri = request.resolve(new URI(location));
            boolean isWeb = HTTPS.equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            // Java's TLS rejects names with a dot at the end.
            return isWeb && uri.getHost() != null && !uri.getHost().endsWith(".") && uri.getUserInfo() == null
                    && uri.getPort() <= MAX_PORT ? uri : null;
        } catch (URISyntaxException | IllegalArgumentException ex) {
            return null;
        }
    }

    /** The target of a request: the path and query of an address in ASCII. */
    static String target(URI uri) {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return path + (ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery());
    }

    /** A web address for errors: without its path and query, which may be credentials of a storage. */
    static String shown(@Nullable URI address) {
        return address == null ? "an invalid address" : address.getScheme() + "://" + address.getHost();
    }

    /**
     * Whether a redirect may lead there: always over https, and over plain HTTP from a server with plain HTTP to the same
     * host, or from one loopback address to another.
     */
    boolean mayRedirectTo(Origin other) {
        return other.isHttps() || (!isHttps()
                && (other.host.equals(this.host) || (isLoopback(this.host) && isLoopback(other.host))));
    }

    /** Whether a token server of this registry may be there: over https, or on the same host with plain HTTP. */
    boolean mayTrustTokensOf(Origin other) {
        return other.isHttps() || (!isHttps() && other.host.equals(this.host));
    }

    boolean isHttps() {
        return this.scheme.equals(HTTPS);
    }

    /** Only literal addresses and {@code localhost}. Another name may have another address at any time. */
    static boolean isLoopback(@Nullable String host) {
        String name = Objects.toString(host, "");
        return name.equalsIgnoreCase("localhost") || name.equals("[::1]")
                || name.matches("127[.](?:[0-9]{1,3}[.]){2}[0-9]{1,3}");
    }
}
