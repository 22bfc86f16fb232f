package dev.tare.registry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

import dev.tare.registry.proxy.HttpProxy;

/** An HTTP proxy does not connect to a registry. The message has the next step. */
final class ProxyFailure extends ConnectException {

    private static final long serialVersionUID = 1L;

    private ProxyFailure(HttpProxy proxy, String problem) {
        super("the proxy " + proxy + " " + problem);
    }

    /** The proxy answers with another status than success. */
    static ProxyFailure refused(HttpProxy proxy, int status) {
        return new ProxyFailure(proxy, "refuses the connection with the HTTP status " + status
                + ". Its operator must allow it, or add the registry to NO_PROXY.");
    }

    /** The proxy does not answer, or not with HTTP. */
    static ProxyFailure broken(HttpProxy proxy, IOException cause) {
        ProxyFailure failure = new ProxyFailure(proxy,
                "opens no connection (" + cause.getMessage() + "). Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY.");
        failure.initCause(cause);
        return failure;
    }

    /** There is no connection to the proxy itself. */
    static ProxyFailure unreachable(HttpProxy proxy, IOException cause) {
        ProxyFailure failure = new ProxyFailure(proxy,
                (cause instanceof UnknownHostException ? "is unknown." : "cannot be reached.")
                        + " Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY.");
        failure.initCause(cause);
        return failure;
    }
}
