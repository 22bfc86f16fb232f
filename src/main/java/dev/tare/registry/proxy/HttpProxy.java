package dev.tare.registry.proxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy.
 *
 * @param authorization the header that sends its user and password, or {@code null}
 */
public record HttpProxy(String host, int port, @Nullable String authorization) {

    /** The header for credentials, which no other server gets. */
    public static final String AUTHORIZATION = "Proxy-Authorization";

    /** The status of a proxy that asks for credentials. */
    public static final int LOGIN = 407;

    private static final int DEFAULT_PORT = 80;

    private static final String SCHEME = "http://";

    /**
     * Parses {@code [http://][USER:PASSWORD@]HOST[:PORT]}. Anything after a slash is ignored. The user and the password may
     * have escapes such as {@code %40}.
     *
     * @param variable the name of the variable for the error
     * @throws InvalidProxyException if the text has another form
     */
    static HttpProxy parse(String variable, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("://") && !lower.startsWith(SCHEME)) {
            throw new InvalidProxyException(variable);
        }
        String rest = lower.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        int at = rest.lastIndexOf('@');
        String login = at < 0 ? "" : rest.substring(0, at);
        String address = rest.substring(at + 1);
        int slash = address.indexOf('/');
        try {
            URI uri = new URI(SCHEME + (slash < 0 ? address : address.substring(0, slash)));
            if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 0xffff) {
                throw new InvalidProxyException(variable);
            }
            return new HttpProxy(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(), basic(login));
        } catch (URISyntaxException ex) {
            throw new InvalidProxyException(variable);
        }
    }

    /** Without the user and the password. */
    @Override
    public String toString() {
        return SCHEME + this.host + ":" + this.port;
    }

    private static @Nullable String basic(String login) {
        if (login.isEmpty()) {
            return null;
        }
        int colon = login.indexOf(':');
        String user = decoded(colon < 0 ? login : login.substring(0, colon));
        String password = colon < 0 ? "" : decoded(login.substring(colon + 1));
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A password with a single percent sign is no escape. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException ex) {
            return text;
        }
    }
}
