package dev.tare.web.connection;

import java.io.IOException;

import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Reads and answers the requests of one connection while it is being watched. */
final class TimedProcessor extends Http11Processor {

    private final SlowConnections connections;

    TimedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, SlowConnections connections) {
        super(protocol, adapter);
        getRequest().setInputBuffer(new WatchedBody(getRequest(), getRequest().getInputBuffer()));
        this.connections = connections;
    }

    /** The watch continues if the headers of a request are incomplete. */
    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        this.connections.watch(socket, getRequest());
        SocketState state = SocketState.CLOSED;
        try {
            state = super.service(socket);
            return state;
        } finally {
            if (state != SocketState.LONG) {
                this.connections.forget(socket);
            }
        }
    }
}
