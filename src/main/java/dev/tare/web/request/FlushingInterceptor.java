package dev.tare.web.request;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Sends an answer as soon as it is written. The container would take in what is left of a refused upload first, and the
 * sender would learn only at its end that it was for nothing.
 */
final class FlushingInterceptor implements HandlerInterceptor {

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception ex) throws IOException {
        if (ex == null) {
            response.flushBuffer();
        }
    }
}
