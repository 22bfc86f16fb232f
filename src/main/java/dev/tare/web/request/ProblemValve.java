package dev.tare.web.request;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;

/**
 * Answers requests that the container rejects before it selects the application, such as one that is not HTTP. The
 * answer is a problem detail with the same headers as every other.
 */
final class ProblemValve extends ErrorReportValve {

    private static final Logger logger = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable error) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            SecurityHeadersFilter.addTo(response);
            ProblemJson.write(Problems.of(HttpStatusCode.valueOf(response.getStatus())), response);
            response.finishResponse();
        } catch (IOException ex) {
            logger.debug("The client closed the connection before the answer");
        }
    }
}
