package dev.tare.web.connection;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes new connections of a client that already has half of all connections, so that probes and other clients can
 * still connect. A client uses at most half of the threads, and clients take turns. {@link ClientAddress} defines the
 * addresses of a client. A trusted proxy has many clients, so it may have nearly all connections, and each of its
 * connections counts as a client when it comes to threads.
 */
final class SharedEndpoint extends NioEndpoint {

    /** Minimum time between two counts of the open connections. */
    private static final long COUNT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final int PERCENT_OF_CLIENT = 50;

    private static final int PERCENT_OF_PROXY = 90;

    /** The open connections of each client at the last count, and those accepted since. */
    private final Map<String, Integer> accepted = new HashMap<>();

    private final ClientTurns turns = new ClientTurns();

    private final int writeTimeoutMillis;

    private ClientAddress clients = new ClientAddress(List.of());

    private long counted = System.nanoTime() - COUNT_NANOS;

    /**
     * Creates the endpoint.
     *
     * @param writeTimeout maximum time in which a client receives nothing of a response
     */
    SharedEndpoint(Duration writeTimeout) {
        this.writeTimeoutMillis = (int) writeTimeout.toMillis();
    }

    /** Sets the trusted proxies, before the start. */
    void trust(ClientAddress clients) {
        this.clients = clients;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (hasItsShare(socket.socket().getInetAddress())) {
            destroySocket(socket);
            return false;
        }
        if (!super.setSocketOptions(socket)) {
            return false;
        }
        // Tomcat uses the short time of idle connections for responses too.
        SocketWrapperBase<NioChannel> connection = this.connections.get(socket);
        if (connection != null) {
            connection.setWriteTimeout(this.writeTimeoutMillis);
        }
        return true;
    }

    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> socket, SocketEvent event, boolean dispatch) {
        Executor executor = getExecutor();
        if (!dispatch || executor == null) {
            return super.processSocket(socket, event, dispatch);
        }
        try {
            this.turns.run(turnOf(socket), () -> {
                if (!super.processSocket(socket, event, false)) {
                    socket.close();
                }
            }, executor, getMaxThreads());
            return true;
        } catch (RejectedExecutionException ex) {
            return false;
        }
    }

    private String turnOf(SocketWrapperBase<NioChannel> socket) {
        String peer = socket.getRemoteAddr();
        return this.clients.isProxy(peer) ? peer + ":" + socket.getRemotePort() : ClientAddress.networkOf(peer);
    }

    /** Only the thread that accepts connections calls this. A count of all open connections takes long, so it is rare. */
    private boolean hasItsShare(@Nullable InetAddress client) {
        if (client == null) {
            return false;
        }
        String network = ClientAddress.networkOf(client.getHostAddress());
        int percent = this.clients.isProxy(client.getHostAddress()) ? PERCENT_OF_PROXY : PERCENT_OF_CLIENT;
        int share = Math.max(1, (int) (getMaxConnections() * (long) percent / 100));
        boolean unclear = this.accepted.getOrDefault(network, 0) >= share || this.accepted.size() > getMaxConnections();
        if (unclear && System.nanoTime() - this.counted > COUNT_NANOS) {
            count();
        }
        if (this.accepted.getOrDefault(network, 0) >= share) {
            return true;
        }
        this.accepted.merge(network, 1, Integer::sum);
        return false;
    }

    private void count() {
        this.accepted.clear();
        for (SocketChannel open : this.connections.keySet()) {
            InetAddress client = open.socket().getInetAddress();
            if (client != null) {
                this.accepted.merge(ClientAddress.networkOf(client.getHostAddress()), 1, Integer::sum);
            }
        }
        this.counted = System.nanoTime();
    }

}
