package dev.tare.web.request;

import dev.tare.catalog.TooBusyException;
import dev.tare.error.MaskedError;
import dev.tare.secret.redaction.Redaction;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers every failed request with a problem detail, or with the error page for browsers. */
@ControllerAdvice
class ErrorAdvice {

    private static final Logger logger = LoggerFactory.getLogger(ErrorAdvice.class);

    @ExceptionHandler
    Object handle(Exception ex, HttpServletRequest request, HttpServletResponse response) {
        if (ClientGone.isCauseOf(ex)) {
            ClientGone.log(request);
            return new ModelAndView();
        }
        ProblemDetail problem = Problems.of(ex);
        if (problem.getStatus() == 500) {
            logger.error("{} {} failed", request.getMethod(), Redaction.text(request.getRequestURI()),
                    MaskedError.of(ex));
        }
        if (ex instanceof ErrorResponse error) {
            error.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        if (ex instanceof TooBusyException busy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(busy.retryAfter().toSeconds()));
        }
        response.setHeader(HttpHeaders.ETAG, null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        return ProblemAnswer.to(request, problem);
    }
}
