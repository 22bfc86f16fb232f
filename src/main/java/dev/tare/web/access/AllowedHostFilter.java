package dev.tare.web.access;

import java.io.IOException;
import java.util.Set;

import dev.tare.web.request.ProblemJson;
import dev.tare.web.request.RequestException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects requests whose host is not allowed, also one that a proxy forwards. The probes of Kubernetes use the address of
 * the pod, so they are exempt.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class AllowedHostFilter extends OncePerRequestFilter {

    private static final Set<String> PROBES = Set.of("/livez", "/readyz");

    private final AllowedHosts hosts;

    AllowedHostFilter(SecurityProperties properties) {
        this.hosts = AllowedHosts.with(properties.allowedHosts());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PROBES.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.HOST);
        if (this.hosts.contain(request.getServerName()) && (header == null || this.hosts.contain(header))) {
            chain.doFilter(request, response);
        } else {
            ProblemJson.write(notAllowed(), response);
        }
    }

    /** The message does not repeat the host, because anybody can choose it. */
    private static RequestException notAllowed() {
        return new RequestException(HttpStatus.MISDIRECTED_REQUEST, "host-not-allowed",
                "Tare does not answer requests to this host. Use http://localhost, or add the host to"
                        + " \"tare.security.allowed-hosts\".");
    }
}
