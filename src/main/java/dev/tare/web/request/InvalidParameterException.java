package dev.tare.web.request;

import org.springframework.http.HttpStatus;

/** A parameter in the address of a request has no valid value. */
public final class InvalidParameterException extends RequestException {

    private static final long serialVersionUID = 1L;

    /** @param message the parameter or its value, and the expected form */
    public InvalidParameterException(String message) {
        super(HttpStatus.BAD_REQUEST, "invalid-parameter", message);
    }
}
