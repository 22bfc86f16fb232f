package dev.tare.web;

import dev.tare.web.request.RequestException;
import org.springframework.http.HttpStatus;

/** The catalog has no comparison with the requested identifier: it was never made, or a newer one replaced it. */
public final class NoSuchComparisonException extends RequestException {

    private static final long serialVersionUID = 1L;

    public NoSuchComparisonException() {
        super(HttpStatus.NOT_FOUND, "no-such-comparison",
                "There is no comparison at this address. Tare keeps comparisons"
                        + " in memory, and removes the least recently used ones first. Compare the archives again: the same images have"
                        + " the same address.");
    }
}
