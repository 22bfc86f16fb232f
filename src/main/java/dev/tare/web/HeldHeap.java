package dev.tare.web;

import dev.tare.catalog.RequestQueue.Turn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps the reserved heap of a request until its answer is written. A client may receive it slowly. */
@Component
public final class HeldHeap implements HandlerInterceptor, WebMvcConfigurer {

    private static final String ATTRIBUTE = HeldHeap.class.getName();

    /** Closes the turn after the answer, even if that is an error. */
    public static void holdUntilEnd(HttpServletRequest request, Turn turn) {
        request.setAttribute(ATTRIBUTE, turn);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception failure) {
        if (request.getAttribute(ATTRIBUTE) instanceof Turn turn) {
            request.removeAttribute(ATTRIBUTE);
            turn.close();
        }
    }
}
