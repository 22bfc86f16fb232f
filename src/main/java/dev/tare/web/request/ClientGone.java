package dev.tare.web.request;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Clients that close the connection before they have the whole answer. That is no failure of the service. */
final class ClientGone {

    private static final Logger logger = LoggerFactory.getLogger(ClientGone.class);

    private ClientGone() {}

    /** Whether an error occurred because the client is gone. */
    static boolean isCauseOf(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof AsyncRequestNotUsableException || cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }

    static void log(HttpServletRequest request) {
        logger.debug("The client of {} {} closed the connection", request.getMethod(), request.getRequestURI());
    }
}
