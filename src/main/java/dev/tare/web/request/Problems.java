package dev.tare.web.request;

import java.net.URI;

import dev.tare.catalog.SizesTimeoutException;
import dev.tare.catalog.TooBusyException;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.LimitExceededException;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.format.AmbiguousImageException;
import dev.tare.wording.Words;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;

import static java.util.stream.Collectors.joining;

/**
 * Maps exceptions to problem details.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
final class Problems {

    private static final String TYPE_PREFIX = "urn:problem-type:tare:";

    private Problems() {}

    /** The problem detail of an exception. */
    static ProblemDetail of(Exception ex) {
        return switch (ex) {
            case LimitExceededException limit -> invalidImage(HttpStatus.CONTENT_TOO_LARGE, limit);
            case AmbiguousImageException ambiguous -> choosing(ambiguous);
            case InvalidImageException invalid -> invalidImage(HttpStatus.UNPROCESSABLE_CONTENT, invalid);
            case RequestException request -> ruled(request.status(), request.rule(), message(request));
            case TooBusyException busy -> ruled(HttpStatus.SERVICE_UNAVAILABLE, "too-busy", message(busy));
            case SizesTimeoutException late -> ruled(HttpStatus.GATEWAY_TIMEOUT, "registry-timeout", message(late));
            case BindException binding -> ruled(HttpStatus.BAD_REQUEST, "invalid-parameter", message(binding));
            case TypeMismatchException mismatch -> of(HttpStatus.BAD_REQUEST);
            case ErrorResponse response -> of(response.getStatusCode());
            default -> of(HttpStatus.INTERNAL_SERVER_ERROR);
        };
    }

    /** The problem detail of a status without a rule. */
    static ProblemDetail of(HttpStatusCode status) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, switch (status.value()) {
            case 400 -> "The request is malformed. /v3/api-docs describes the valid requests.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not support the method of the request.";
            case 406 -> "This content is not available in a media type that the request accepts.";
            case 408 -> "The request stalled for too long. Send it again.";
            case 413 -> "The request is too large.";
            case 415 -> "This address does not accept the content type of the request.";
            case 500 -> "The service failed. Its log has the reason.";
            default -> "The request failed.";
        });
        problem.setType(URI.create("about:blank"));
        return problem;
    }

    private static ProblemDetail choosing(AmbiguousImageException ex) {
        ProblemDetail problem = invalidImage(HttpStatus.UNPROCESSABLE_CONTENT, ex);
        problem.setProperty("choices", ex.choices().stream().map(Redaction::text).toList());
        return problem;
    }

    private static ProblemDetail invalidImage(HttpStatus status, InvalidImageException ex) {
        ProblemDetail problem = ruled(status, ex.rule(), message(ex));
        String entry = ex.entry(Redaction::text);
        if (entry != null) {
            problem.setProperty("entry", entry);
        }
        return problem;
    }

    private static ProblemDetail ruled(HttpStatus status, String rule, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE_PREFIX + rule));
        problem.setTitle(title(rule));
        problem.setProperty("rule", rule);
        return problem;
    }

    private static String title(String rule) {
        return Words.capitalised(rule.replace('-', ' '));
    }

    /** The message does not repeat the values, because they may be long. */
    private static String message(BindException ex) {
        return ex.getFieldErrors()
                .stream()
                .map(error -> "The parameter \"" + error.getField() + "\" has no valid value.")
                .distinct()
                .collect(joining(" "));
    }

    private static String message(Exception ex) {
        return MaskedError.message(ex);
    }
}
