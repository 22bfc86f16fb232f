package dev.tare.web.connection;

import java.io.IOException;
import java.util.Collections;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/** Finds the client of each request before other parts read headers that anybody can write. */
final class ClientValve extends ValveBase {

    private final ClientAddress clients;

    ClientValve(ClientAddress clients) {
        super(true);
        this.clients = clients;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String forwardedClient = this.clients.store(request.getRequest(), request.getPeerAddr(),
                Collections.list(request.getHeaders("X-Forwarded-For")));
        WatchedRequest.note(request.getCoyoteRequest(),
                hasBody(request.getHeader("Content-Length")) || hasBody(request.getHeader("Transfer-Encoding")),
                forwardedClient);
        getNext().invoke(request, response);
    }

    private static boolean hasBody(@Nullable String header) {
        return header != null && !header.equals("0");
    }
}
