package dev.tare.engine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLException;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** An engine does not answer, or does not have an image. The message states the next step. */
public class EngineException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final boolean absent;

    private EngineException(String rule, @Nullable String image, boolean absent, String message,
            @Nullable Throwable cause) {
        super(rule, image, message, cause);
        this.absent = absent;
    }

    private EngineException(String rule, @Nullable String image, String message, @Nullable Throwable cause) {
        this(rule, image, false, message, cause);
    }

    /** No address of an engine accepts a connection. The failures are in the order in which they were tried. */
    static EngineException unreachable(EngineKind kind, Map<EngineAddress, IOException> failures) {
        Map<EngineAddress, IOException> present = new LinkedHashMap<>(failures);
        present.keySet().removeIf(EngineException::isMissing);
        if (present.isEmpty()) {
            return missing(kind, failures);
        }
        Map.Entry<EngineAddress, IOException> failure = present.entrySet()
                .stream()
                .filter(entry -> isDenied(entry.getKey()))
                .findFirst()
                .orElse(present.entrySet().iterator().next());
        EngineAddress address = failure.getKey();
        String problem = isDenied(address) ? "permission is denied. Run Tare as a user who may use the engine, such as "
                + kind.allowedUser() + "." : reason(failure.getValue(), kind, address);
        return new EngineException("engine-unreachable", null, at(kind, address) + ": " + problem,
                failure.getValue());
    }

    /** A connection that fails during a request. */
    static EngineException interrupted(EngineKind kind, EngineAddress address, String request, IOException cause) {
        return new EngineException("engine-unreachable", null, at(kind, address) + ": the request for " + request
                + " fails: " + reason(cause, kind, address), cause);
    }

    /** A status that is no success. */
    static EngineException answered(EngineKind kind, EngineAddress address, String request, int status,
            @Nullable String message) {
        return new EngineException("engine-status", null, at(kind, address) + ": it answers the request for "
                + request + " with the HTTP status " + status + (message == null ? "." : ": " + message + ".")
                + (status >= 500 ? " Its log may state the cause." : "")
                + (status == 400 && address instanceof EngineAddress.Tcp tcp && tcp.tls() == null
                        ? " If it needs TLS, set DOCKER_TLS_VERIFY=1."
                        : ""),
                null);
    }

    /** An answer that breaks a rule. */
    static EngineException invalid(EngineKind kind, EngineAddress address, String request) {
        return new EngineException("engine-answer", null, at(kind, address) + ": its answer to the request for "
                + request + " is not one of the Docker Engine API. Check whether " + kind.label()
                + " listens at this address.", null);
    }

    /** The engine does not have the image. */
    static EngineException noImage(EngineKind kind, EngineAddress address, String image) {
        return new EngineException("no-such-image", image, at(kind, address) + " has no image \"" + image
                + "\". Pull it first with \"" + kind.command() + " pull\", list the images with \"" + kind.command()
                + " images\", or leave out " + kind.command() + ":// to read it from its registry.", null);
    }

    /** A setting with a text that is no address. */
    static EngineException address(EngineKind kind, String text, String origin) {
        return setting(kind, text, origin, "Expected unix:///PATH or tcp://HOST[:PORT].");
    }

    static EngineException ssh(EngineKind kind, String text, String origin) {
        String host = text.substring(text.indexOf("://") + 3);
        return setting(kind, text, origin,
                "Tare does not run ssh. Forward the socket with \"ssh -nNT -L /tmp/engine.sock:" + kind.remoteSocket()
                        + " " + host + "\", and set " + kind.variable() + "=unix:///tmp/engine.sock.");
    }

    static EngineException pipe(EngineKind kind, String text, String origin) {
        return setting(kind, text, origin, "Tare cannot use named pipes. Let the engine listen on TCP, and set "
                + kind.variable() + "=tcp://HOST:PORT.");
    }

    /** A context of Docker without files. */
    static EngineException context(String name, String setting) {
        return new EngineException("engine-setting", null, "The Docker context \"" + name + "\", which " + setting
                + " selects, has no engine. Choose one of \"docker context ls\" with \"docker context use\".", null);
    }

    /**
     * A file of settings, keys or certificates that cannot be used.
     *
     * @param problem a sentence after the name of the file
     */
    static EngineException file(EngineKind kind, Path file, String problem) {
        return new EngineException("engine-setting", null,
                "The address of the " + kind.label() + " engine needs the file \"" + file
                        + "\", which " + problem,
                null);
    }

    /** Whether no setting names an engine of this kind, and none of its usual sockets exists. */
    public boolean isAbsent() {
        return this.absent;
    }

    private static EngineException missing(EngineKind kind, Map<EngineAddress, IOException> failures) {
        List<EngineAddress> addresses = List.copyOf(failures.keySet());
        String origin = addresses.getFirst().origin();
        String sockets = addresses.stream()
                .map(address -> ((EngineAddress.Unix) address).path().toString())
                .collect(joining(", "));
        return new EngineException(
                "engine-unreachable", null, origin == null, "There is no " + kind.label() + " engine: "
                        + (origin == null ? (addresses.size() == 1 ? "the socket " + sockets + " does not exist, and "
                                : "none of these sockets exists: " + sockets + "; and ") + kind.variable()
                                + " is not set. Start the engine, or set " + kind.variable() + " to its address."
                                : "the socket " + sockets + " from " + origin
                                        + " does not exist. Start the engine, or change "
                                        + origin + "."),
                failures.values().iterator().next());
    }

    private static EngineException setting(EngineKind kind, String text, String origin, String remedy) {
        return new EngineException("engine-setting", null, "The address \"" + text + "\" of the " + kind.label()
                + " engine from " + origin + " cannot be used. " + remedy, null);
    }

    private static String at(EngineKind kind, EngineAddress address) {
        return "The " + kind.label() + " engine at " + address
                + (address.origin() == null ? "" : " (" + address.origin() + ")");
    }

    private static boolean isMissing(EngineAddress address) {
        return address instanceof EngineAddress.Unix unix && Files.notExists(unix.path());
    }

    /** A socket may also be in a folder that this user cannot enter. */
    private static boolean isDenied(EngineAddress address) {
        return address instanceof EngineAddress.Unix unix && !Files.isWritable(unix.path());
    }

    private static String reason(IOException cause, EngineKind kind, EngineAddress address) {
        return switch (cause) {
            case SSLException tls -> "TLS failed (" + tls.getMessage()
                    + "). Check ca.pem, cert.pem and key.pem in DOCKER_CERT_PATH or in the context, and whether the "
                    + "certificate of the engine names this host.";
            case UnknownHostException unknown -> "the host is unknown. Check its name.";
            case ConnectException refused -> "it refuses the connection. Start the engine"
                    + (address.origin() == null ? ", or set " + kind.variable() + " to the address of another one."
                            : ", or change " + address.origin() + ".");
            default -> Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName())
                    + ". Check whether the engine works: " + kind.command() + " version."
                    + (address instanceof EngineAddress.Tcp tcp && tcp.tls() != null
                            ? " It may require a client certificate, in cert.pem and key.pem."
                            : "");
        };
    }
}
