package dev.tare.registry;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;

import dev.tare.registry.proxy.HttpProxy;

/** An HTTP proxy does not connect to a registry. The message has the next step. */
final class ProxyFailure extends ConnectException {

    private static final long serialVersionUID = 1L;

    /** The start of Java's message about another status than 200. */
    private static final String TUNNEL = "Tunnel failed, got: ";

    private static final int MAX_CAUSES = 5;

    private ProxyFailure(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }

    /** The given problem, if the proxy is not its cause. */
    static IOException of(HttpProxy proxy, IOException problem) {
        String message = String.valueOf(problem.getMessage());
        String remedy = "Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY.";
        if (message.startsWith(TUNNEL)) {
            return new ProxyFailure("the proxy " + proxy + " refuses the connection with the HTTP status "
                    + message.substring(TUNNEL.length())
                    + ". Its operator must allow it, or add the registry to NO_PROXY.",
                    problem);
        }
        if (problem instanceof ConnectException) {
            Throwable cause = problem;
            for (int i = 0; i < MAX_CAUSES && cause.getCause() != null; i++) {
                cause = cause.getCause();
            }
            boolean isUnknown = cause instanceof UnresolvedAddressException;
            return new ProxyFailure("the proxy " + proxy + (isUnknown ? " is unknown. " : " cannot be reached. ")
                    + remedy, isUnknown ? cause : problem);
        }
        return problem;
    }
}
