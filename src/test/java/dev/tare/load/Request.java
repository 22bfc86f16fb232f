package dev.tare.load;

import java.util.List;

/**
 * A request that is sent many times.
 *
 * @param headers lines, such as {@code Accept-Encoding: gzip}
 * @param status  expected status of the answer
 */
record Request(String path, List<String> headers, int status) {

    Request {
        headers = List.copyOf(headers);
    }

    /** The same request to another address. */
    Request to(String other) {
        return new Request(other, this.headers, this.status);
    }
}
