package dev.tare.registry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** A registry does not send an image, or sends something else. The message states the next step. */
public class RegistryException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private static final String AGAIN = " Try again later.";

    private final String registry;

    private final String repository;

    private final int status;

    private final @Nullable String code;

    private RegistryException(String rule, ImageReference image, int status, @Nullable String code, String problem,
            @Nullable Throwable cause) {
        super(rule, image.toString(),
                "The registry " + image.registry() + ", repository " + image.repository() + ": " + problem, cause);
        this.registry = image.registry();
        this.repository = image.repository();
        this.status = status;
        this.code = code;
    }

    /**
     * A status that is no success.
     *
     * @param request such as {@code the manifest 1.4}
     */
    static RegistryException answered(ImageReference image, String request, int status, RegistryError error) {
        return new RegistryException("registry-status", image, status, error.code(), "it answers the request for "
                + request + " with the HTTP status " + status + error.text() + ". " + remedy(image, status), null);
    }

    /** The registry asks for credentials, but the user has not logged in. */
    static RegistryException withoutCredentials(ImageReference image, String scheme) {
        return new RegistryException("registry-status", image, 401, null, "it asks for credentials (" + scheme
                + "), HTTP status 401, but no file of this user has them. " + logIn(image), null);
    }

    /** A connection that fails, or none. */
    static RegistryException unreachable(ImageReference image, String request, IOException cause) {
        return new RegistryException("registry-unreachable", image, 0, null, "the request for " + request
                + " fails: " + reason(cause), cause);
    }

    /** An answer that breaks a rule. It must not be trusted, so nothing is tried again. */
    static RegistryException invalid(ImageReference image, String problem) {
        return new RegistryException("registry-answer", image, 0, null, problem, null);
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

    private static String remedy(ImageReference image, int status) {
        return switch (status) {
            case 401, 403 -> "Check the name. " + logIn(image);
            case 404 -> "Check the name and the tag or digest.";
            case 429 -> "Wait for the end of the rate limit, or log in with an account that has a higher one.";
            default -> status >= 500 ? AGAIN.strip() + " Its operator can find the cause."
                    : "Check the name of the image and of the registry.";
        };
    }

    private static String logIn(ImageReference image) {
        return "If the repository is private, log in with \"docker login " + image.registry()
                + "\" or \"podman login " + image.registry() + "\" as a user who may pull from it.";
    }

    /** Whether server and client do not agree. A connection that only ends during the handshake is an SSLException too. */
    static boolean isFailureOfTls(IOException problem) {
        return problem instanceof SSLException && !(problem.getCause() instanceof SocketException)
                && !String.valueOf(problem.getMessage()).contains("terminated the handshake");
    }

    private static String reason(IOException cause) {
        if (isFailureOfTls(cause)) {
            return "TLS failed (" + cause.getMessage() + "). Java must trust the registry's certificate, and only a "
                    + "registry on a loopback address may use plain HTTP.";
        }
        if (cause instanceof UnknownHostException || cause.getCause() instanceof UnresolvedAddressException) {
            return "the host is unknown. Check the name of the registry.";
        }
        if (cause instanceof ConnectException) {
            return "it refuses the connection. Check its name and port, and whether it runs.";
        }
        String message = cause.getMessage();
        return (message == null ? cause.getClass().getSimpleName() : message) + "." + AGAIN;
    }
}
