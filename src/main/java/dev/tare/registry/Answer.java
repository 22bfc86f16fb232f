package dev.tare.registry;

import java.util.OptionalLong;

import dev.tare.http.HttpHeaders;

/**
 * The answer of a server to one request.
 *
 * @param length        the stated bytes of the body, if it has no chunks
 * @param authorization the credentials in the request, or an empty text
 * @param body          to close, which frees the connection
 */
record Answer(int status, HttpHeaders headers, OptionalLong length, String authorization, BodyStream body) {

    /** The first value of a header, or an empty text. */
    String header(String name) {
        String value = this.headers.first(name);
        return value == null ? "" : value;
    }
}
