package dev.tare.web.connection;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes new connections of a client that already has half of all connections, so that probes and other clients can
 * still connect. Clients take turns when all threads are in use. {@link ClientAddress} defines the addresses of a client.
 */
final class SharedEndpoint extends NioEndpoint {

    private final ClientTurns turns = new ClientTurns();

    private final int writeTimeoutMillis;

    /**
     * Creates the endpoint.
     *
     * @param writeTimeout maximum time in which a client receives nothing of a response
     */
    SharedEndpoint(Duration writeTimeout) {
        this.writeTimeoutMillis = (int) writeTimeout.toMillis();
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
            this.turns.run(ClientAddress.networkOf(socket.getRemoteAddr()), () -> {
                if (!super.processSocket(socket, event, false)) {
                    socket.close();
                }
            }, executor, getMaxThreads());
            return true;
        } catch (RejectedExecutionException ex) {
            return false;
        }
    }

    private boolean hasItsShare(@Nullable InetAddress client) {
        if (client == null) {
            return false;
        }
        int share = Math.max(1, getMaxConnections() / 2);
        Network addresses = ClientAddress.networkOf(client);
        return this.connections.keySet()
                .stream()
                .map(open -> open.socket().getInetAddress())
                .filter(address -> address != null && addresses.contains(address))
                .limit(share)
                .count() == share;
    }

}
