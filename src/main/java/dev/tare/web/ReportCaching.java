package dev.tare.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.tare.catalog.Catalog;
import dev.tare.image.Digest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets only the client's own cache keep a report, and only if it asks each time whether the report is still there.
 * The entity tag follows from the identifier of the comparison, and so from the digests and names of its images, from
 * the version of Tare, and from the address and the accepted formats. So a known report is neither built nor sent
 * again.
 */
final class ReportCaching implements HandlerInterceptor {

    private static final int TAG_LENGTH = 32;

    private final Catalog catalog;

    private final String version;

    ReportCaching(Catalog catalog, String version) {
        this.catalog = catalog;
        this.version = version;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads || !isComparison(request)) {
            return true;
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return !new ServletWebRequest(request, response).checkNotModified(tag(request));
    }

    private boolean isComparison(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id && this.catalog.find(id) != null;
    }

    private String tag(HttpServletRequest request) {
        String identity = String.join("\n", this.version, request.getRequestURI(),
                String.valueOf(request.getQueryString()), String.valueOf(request.getHeader(HttpHeaders.ACCEPT)));
        return "W/\"" + Digest.sha256Of(identity.getBytes(StandardCharsets.UTF_8)).hex().substring(0, TAG_LENGTH)
                + "\"";
    }
}
