package dev.tare.web.request;

import org.springframework.http.HttpStatus;

/** A request that Tare rejects. Its problem detail has the status, the rule and the message of this exception. */
public class RequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private final String rule;

    /**
     * @param rule    a short, stable name of the broken rule in kebab case
     * @param message the finding, the expectation, and the next step
     */
    public RequestException(HttpStatus status, String rule, String message) {
        super(message);
        this.status = status;
        this.rule = rule;
    }

    public final HttpStatus status() {
        return this.status;
    }

    public final String rule() {
        return this.rule;
    }
}
