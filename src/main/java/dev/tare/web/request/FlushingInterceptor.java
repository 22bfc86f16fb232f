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
            response.flushBuffer();
        } catch (IOException failure) {
            ClientGone.log(request);
        }
    }
}
