package dev.tare.registry.proxy;

import dev.tare.image.InvalidImageException;

/** A variable does not have the address of an HTTP proxy. The message never quotes it, because it may have a password. */
public class InvalidProxyException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    InvalidProxyException(String variable) {
        super("invalid-proxy", variable, "The variable " + variable
                + " is not the address of an HTTP proxy. Expected http://[USER:PASSWORD@]HOST[:PORT]. Other kinds of "
                + "proxies, such as https:// and socks5://, are not supported.", null);
    }
}
