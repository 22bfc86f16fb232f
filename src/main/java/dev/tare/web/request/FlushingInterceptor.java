package dev.tare.web.request;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Sends a response as soon as it is written. Otherwise the container would first read the rest of a rejected upload.
 */
final class FlushingInterceptor implements HandlerInterceptor {

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception ex) {
        if (ex != null) {
            return;
        }
        try {
            close(response);
        } catch (IOException failure) {
            ClientGone.log(request);
        }
    }

    /** States the length of a short response, so that it is complete although the connection may break later. */
    private static void close(HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException ex) {
            // The response was written as text.
            response.getWriter().close();
        }
    }
}
