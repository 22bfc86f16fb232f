package dev.tare.web.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes new connections of a client that already has half of all connections, so that probes and other clients can
 * still connect. A client is an IPv4 address or a /64 network of IPv6.
 */
final class SharedEndpoint extends NioEndpoint {

    private static final int NETWORK_BYTES = 8;

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

    private boolean hasItsShare(@Nullable InetAddress client) {
        int share = Math.max(1, getMaxConnections() / 2);
        return client != null && this.connections.keySet()
                .stream()
                .filter((open) -> isSameClient(client, open.socket().getInetAddress()))
                .limit(share)
                .count() == share;
    }

    static boolean isSameClient(InetAddress client, @Nullable InetAddress other) {
        if (client instanceof Inet6Address && other instanceof Inet6Address) {
            return Arrays.equals(client.getAddress(), 0, NETWORK_BYTES, other.getAddress(), 0, NETWORK_BYTES);
        }
        return client.equals(other);
    }

}
