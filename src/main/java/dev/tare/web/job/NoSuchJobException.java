package dev.tare.web.job;

import dev.tare.web.request.RequestException;
import org.springframework.http.HttpStatus;

/** There is no job with the requested identifier, or no longer. */
final class NoSuchJobException extends RequestException {

    private static final long serialVersionUID = 1L;

    NoSuchJobException() {
        super(HttpStatus.NOT_FOUND, "no-such-job", "There is no job at this address. Tare keeps jobs in memory, and"
                + " removes those that have ended after a while. Compare the images again: layers that are still known"
                + " are not read again.");
    }
}
