package dev.tare.web.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

import dev.tare.secret.redaction.Redaction;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.servlet.ModelAndView;

/** Renders a problem detail for the request: as a page for browsers, otherwise as JSON. */
final class ProblemAnswer {

    private ProblemAnswer() {}

    static Object to(HttpServletRequest request, ProblemDetail problem) {
        problem.setInstance(path(request));
        if (isForPerson(request)) {
            return new ModelAndView("error", Map.of("problem", problem), HttpStatusCode.valueOf(problem.getStatus()));
        }
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemJson.bytes(problem));
    }

    private static boolean isForPerson(HttpServletRequest request) {
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            MimeTypeUtils.sortBySpecificity(accepted);
            return !accepted.isEmpty() && MediaType.TEXT_HTML.equalsTypeAndSubtype(accepted.getFirst());
        } catch (InvalidMediaTypeException ex) {
            return false;
        }
    }

    private static @Nullable URI path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        try {
            return new URI(Redaction.text(original == null ? request.getRequestURI() : original.toString()));
        } catch (URISyntaxException ex) {
            return null;
        }
    }
}
