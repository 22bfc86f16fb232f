package dev.tare.registry.proxy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxies of the environment: {@code HTTPS_PROXY} and {@code HTTP_PROXY} by the scheme of the address, except for
 * the hosts in {@code NO_PROXY}. Names in lower case count too. Without these variables the proxies of the Java runtime
 * count.
 */
public final class HttpProxies {

    private static final int HTTPS_PORT = 443;

    private static final int HTTP_PORT = 80;

    private final UnaryOperator<@Nullable String> environment;

    private final NoProxy direct;

    private HttpProxies(UnaryOperator<@Nullable String> environment, NoProxy direct) {
        this.environment = environment;
        this.direct = direct;
    }

    /**
     * Reads the variables.
     *
     * @param environment returns the value of a variable, or {@code null}
     */
    public static HttpProxies of(UnaryOperator<@Nullable String> environment) {
        String direct = either(environment, "NO_PROXY");
        return new HttpProxies(environment, NoProxy.parse(Objects.requireNonNullElse(direct, "")));
    }

    /**
     * The proxy for an address, or {@code null} to connect directly.
     *
     * @throws InvalidProxyException if its variable has another form than the address of an HTTP proxy
     */
    public @Nullable HttpProxy find(URI uri) {
        boolean isHttps = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : isHttps ? HTTPS_PORT : HTTP_PORT;
        if (this.direct.matches(uri.getHost(), port)) {
            return null;
        }
        String variable = isHttps ? "HTTPS_PROXY" : "HTTP_PROXY";
        String value = either(this.environment, variable);
        return value == null ? ofRuntime(uri) : HttpProxy.parse(variable, value);
    }

    private static @Nullable HttpProxy ofRuntime(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null ? null
                : selector.select(uri)
                        .stream()
                        .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                        .map(Proxy::address)
                        .map(InetSocketAddress.class::cast)
                        .map(address -> new HttpProxy(address.getHostString(), address.getPort(), null))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String either(UnaryOperator<@Nullable String> environment, String variable) {
        return Stream.of(variable, variable.toLowerCase(Locale.ROOT))
                .map(environment)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }
}
