package dev.tare.web.request;

import java.io.IOException;

import dev.tare.report.document.VisibleJson;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem details where no controller answers: in filters, and where the container rejects a request. */
public final class ProblemJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(VisibleJson.factory())
                    .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                    .build();

    private ProblemJson() {}

    /** Answers a request that a filter rejects. */
    public static void write(RequestException rejection, HttpServletResponse response) throws IOException {
        write(Problems.of(rejection), response);
    }

    static void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
        byte[] body = bytes(problem);
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The body of an answer, whose length is known. So a client has the whole answer although it still sends. */
    static byte[] bytes(ProblemDetail problem) {
        return MAPPER.writeValueAsBytes(problem);
    }
}
