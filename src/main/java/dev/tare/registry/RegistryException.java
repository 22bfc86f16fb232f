package dev.tare.registry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

import dev.tare.http.NotHttpException;
import dev.tare.image.InvalidImageException;
import dev.tare.network.RefusedHostException;
import dev.tare.registry.proxy.HttpProxy;
import dev.tare.tls.TlsFailure;
import org.jspecify.annotations.Nullable;

/** A registry does not send an image, or sends something else. The message states the next step. */
public class RegistryException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private static final String UNREACHABLE = "registry-unreachable";

    /** Characters of Java's reason, which may quote the answer. */
    private static final int MAX_REASON = 300;

    private static final String AGAIN = " Try again later.";

    private final String registry;

    private final String repository;

    private final int status;

    private final @Nullable String code;

    private RegistryException(String rule, ImageReference image, int status, @Nullable String code, String problem,
            @Nullable Throwable cause) {
        super(rule, image.toString(),
                place(image.registry(), image.repository()) + ": " + problem, cause);
        this.registry = image.registry();
        this.repository = image.repository();
        this.status = status;
        this.code = code;
    }

    private RegistryException(RegistryException same, String message) {
        super(same.rule(), same.entry(), message, same);
        this.registry = same.registry;
        this.repository = same.repository;
        this.status = same.status;
        this.code = same.code;
    }

    /**
     * A status that is no success.
     *
     * @param request such as {@code the manifest 1.4}
     * @param access  the next step if the registry refuses access, in sentences
     */
    static RegistryException answered(ImageReference image, String request, int status, RegistryError error,
            String access) {
        return new RegistryException("registry-status", image, status, error.code(), "it answers the request for "
                + request + " with the HTTP status " + status + error.text() + ". " + remedy(status, access), null);
    }

    /**
     * The registry asks for credentials, but Tare has no credentials for it.
     *
     * @param access the next step, in sentences
     */
    static RegistryException withoutCredentials(ImageReference image, String scheme, String access) {
        return new RegistryException("registry-status", image, 401, null, "it asks for credentials (" + scheme
                + "), HTTP status 401, but Tare has none for it. " + access, null);
    }

    /** A connection that fails, or none. */
    static RegistryException unreachable(ImageReference image, String request, IOException cause) {
        return new RegistryException(UNREACHABLE, image, 0, null, "the request for " + request
                + " fails: " + reason(cause), cause);
    }

    /** The proxy asks for credentials, or does not accept those that it gets. */
    static RegistryException withoutProxyLogin(ImageReference image, HttpProxy proxy) {
        return new RegistryException("registry-unreachable", image, 0, null, "the proxy " + proxy + " asks for "
                + (proxy.authorization() == null ? "credentials" : "other credentials")
                + ", HTTP status 407. Set HTTPS_PROXY and HTTP_PROXY to http://USER:PASSWORD@HOST:PORT.", null);
    }

    /**
     * The operator of the service forbids the request. The message is the same for a host that is unknown, so that
     * clients do not learn the names and addresses of an internal network. The cause has them.
     */
    static RegistryException refused(ImageReference image, RefusedHostException cause) {
        return new RegistryException("registry-refused", image, 0, null, cause.isName()
                ? "this service may not connect to " + cause.host() + ". Its operator can change that with "
                        + "tare.registries.allowed and tare.registries.denied."
                : "the host " + cause.host() + " is unknown, or has only addresses to which this service may not "
                        + "connect. Check the name. If it is right, the operator of the service can add the host to "
                        + "tare.registries.internal.",
                cause);
    }

    /** An answer that breaks a rule. It must not be trusted, so nothing is tried again. */
    static RegistryException invalid(ImageReference image, String problem) {
        return new RegistryException("registry-answer", image, 0, null, problem, null);
    }

    /** A repository such as {@code secret} is no name of a secret, although a colon follows. */
    @Override
    protected String masked(String message, UnaryOperator<String> masking) {
        String place = place(this.registry, this.repository);
        return message.startsWith(place + ": ")
                ? masking.apply(place) + ": " + masking.apply(message.substring(place.length() + 2))
                : masking.apply(message);
    }

    private static String place(String registry, String repository) {
        return "The registry " + registry + ", repository " + repository;
    }

    /** Whether the registry has no image of this name, shows none without a login, or is itself not found. */
    public boolean mayBeMistyped() {
        return this.status == 401 || this.status == 403 || this.status == 404 || rule().equals(UNREACHABLE);
    }

    /** The same error, with the suppressed errors of mirrors in its message. */
    RegistryException afterMirrors() {
        StringBuilder message = new StringBuilder(String.valueOf(getMessage()));
        for (Throwable[] mirrors = getSuppressed(); mirrors.length > 0; mirrors = mirrors[0].getSuppressed()) {
            message.append(" Before that, a mirror failed: ").append(mirrors[0].getMessage());
        }
        return new RegistryException(this, message.toString());
    }

    /** The host with an optional port. */
    public String registry() {
        return this.registry;
    }

    public String repository() {
        return this.repository;
    }

    /** The HTTP status, or 0 without one. */
    public int status() {
        return this.status;
    }

    /** The registry's own code, such as {@code MANIFEST_UNKNOWN}, or {@code null}. */
    public @Nullable String code() {
        return this.code;
    }

    private static String remedy(int status, String access) {
        return switch (status) {
            case 401, 403 -> "Check the name. " + access;
            case 404 -> "Check the name and the tag or digest.";
            case 429 -> "Wait for the end of the rate limit, or log in with an account that has a higher one.";
            default -> status >= 500 ? AGAIN.strip() + " Its operator can find the cause."
                    : "Check the name of the image and of the registry.";
        };
    }

    /** Whether server and client do not agree. A connection that only ends during the handshake is an SSLException too. */
    static boolean isFailureOfTls(IOException problem) {
        return problem instanceof SSLException tls && !TlsFailure.isBroken(tls);
    }

    private static String reason(IOException cause) {
        if (cause instanceof ProxyFailure) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof SSLException tls && !(tls.getCause() instanceof SocketException)) {
            return TlsFailure.describe(tls, "If it is yours, configure its certificate as \"ca\" of the registry.",
                    "Configure \"certificate\" and \"key\" of the registry.",
                    "If that is intended, configure \"plainHttp\" of the registry.");
        }
        if (cause instanceof UnknownHostException) {
            return "the host is unknown. Check the name of the registry.";
        }
        if (cause instanceof ConnectException) {
            return "it refuses the connection. Check its name and port, and whether it runs.";
        }
        if (cause instanceof NotHttpException) {
            return "it does not answer with HTTP. Check its name and port.";
        }
        String message = cause.getMessage();
        return (message == null ? cause.getClass().getSimpleName() : RegistryError.shown(message, MAX_REASON)) + "."
                + AGAIN;
    }
}
