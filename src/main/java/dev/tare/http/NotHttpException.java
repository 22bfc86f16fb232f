package dev.tare.http;

import java.net.ProtocolException;

/** A server sends something that is no answer of HTTP/1.1. */
public final class NotHttpException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    NotHttpException() {
        super("its answer is not HTTP");
    }
}
