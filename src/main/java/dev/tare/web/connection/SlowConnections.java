package dev.tare.web.connection;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.apache.coyote.Request;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the connections of clients that take too long to send a request, to receive an answer, or to stop sending a
 * rejected body. The timeouts of the container begin again with each byte, so without this watch one byte from time to
 * time would keep a thread for hours.
 */
final class SlowConnections {

    private static final Logger logger = LoggerFactory.getLogger(SlowConnections.class);

    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final ConnectionProperties properties;

    private final ClientAddress clients;

    /** The number of threads for requests. */
    private final int threads;

    private final Map<SocketWrapperBase<?>, WatchedRequest> watched = new ConcurrentHashMap<>();

    SlowConnections(ConnectionProperties properties, ClientAddress clients, int threads) {
        this.properties = properties;
        this.clients = clients;
        this.threads = threads;
    }

    void watch(SocketWrapperBase<?> socket, Request request) {
        WatchedRequest before = this.watched.get(socket);
        if (before == null || before.request() != request) {
            this.watched.put(socket, new WatchedRequest(request));
        }
    }

    void forget(SocketWrapperBase<?> socket) {
        this.watched.remove(socket);
    }

    /** Looks at every request once. */
    void look() {
        long now = System.nanoTime();
        this.watched.keySet().removeIf(SocketWrapperBase::isClosed);
        this.watched.forEach((socket, request) -> {
            request.look(now, waitsForClient(socket));
            if (request.isOverdue(now, this.properties)) {
                end(socket, "is too slow");
            } else if (request.endsRead(now, this.properties)) {
                endRead(socket);
            }
        });
        if (this.watched.size() * 2 >= this.threads) {
            Map<String, List<Map.Entry<SocketWrapperBase<?>, WatchedRequest>>> slow = new HashMap<>();
            this.watched.entrySet()
                    .stream()
                    .filter(entry -> entry.getValue().receivesLonger(now, SLOW_NANOS))
                    .forEach(entry -> {
                        String client = clientOf(entry.getKey(), entry.getValue());
                        if (client != null) {
                            slow.computeIfAbsent(client, _ -> new ArrayList<>()).add(entry);
                        }
                    });
            slow.values().forEach(this::endExcess);
        }
    }

    /** The client, or {@code null} if only its proxy is known. */
    private @Nullable String clientOf(SocketWrapperBase<?> socket, WatchedRequest request) {
        String peer = socket.getRemoteAddr();
        return this.clients.isProxy(peer) ? request.forwardedClient() : ClientAddress.networkOf(peer);
    }

    /** Whether the system has no room for more bytes of the answer, because the client does not receive them. */
    private static boolean waitsForClient(SocketWrapperBase<?> socket) {
        return socket instanceof NioEndpoint.NioSocketWrapper nio && nio.interestOpsHas(SelectionKey.OP_WRITE);
    }

    private void endExcess(List<Map.Entry<SocketWrapperBase<?>, WatchedRequest>> ofOneClient) {
        ofOneClient.stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().bytesWritten()))
                .limit(Math.max(0, ofOneClient.size() - this.properties.share()))
                .forEach(entry -> end(entry.getKey(), "has too many slow connections"));
    }

    /** Closes only the direction of the request, so that the client can receive the reason. */
    private static void endRead(SocketWrapperBase<?> socket) {
        if (socket.getSocket() instanceof NioChannel channel) {
            logger.debug("The client {} sends a body too slowly", socket.getRemoteAddr());
            try {
                channel.getIOChannel().shutdownInput();
            } catch (IOException ex) {
                logger.trace("The connection is already closed");
            }
        }
    }

    /** Closes both directions, so that the thread of the connection continues at once and cleans up. */
    private void end(SocketWrapperBase<?> socket, String reason) {
        if (socket.getSocket() instanceof NioChannel channel) {
            SocketChannel connection = channel.getIOChannel();
            logger.debug("The client {} {}", socket.getRemoteAddr(), reason);
            try {
                connection.shutdownInput();
                connection.shutdownOutput();
            } catch (IOException ex) {
                logger.trace("The connection is already closed");
            }
        }
        this.watched.remove(socket);
    }
}
