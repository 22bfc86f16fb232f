package dev.tare.web.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/** Rejects requests whose query cannot be decoded or has too many parameters, also where no parameter is used. */
final class ParametersInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException ex) {
            throw new RequestException(HttpStatus.BAD_REQUEST, "malformed-query",
                    "The query of the address has an invalid escape sequence or too many parameters. Escape the bytes of"
                            + " special characters in UTF-8.");
        }
    }
}
