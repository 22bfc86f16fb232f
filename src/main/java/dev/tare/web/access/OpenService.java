package dev.tare.web.access;

import java.net.InetAddress;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Prevents that Tare listens beyond this machine by mistake. It has no access control, so somebody must have decided
 * who can reach it.
 */
@Component
@EnableConfigurationProperties(SecurityProperties.class)
class OpenService implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(OpenService.class);

    private final SecurityProperties security;

    private final ServerProperties server;

    /** Absent if there is no management. */
    private final ObjectProvider<ManagementServerProperties> management;

    OpenService(SecurityProperties security, ServerProperties server,
            ObjectProvider<ManagementServerProperties> management) {
        this.security = security;
        this.server = server;
        this.management = management;
    }

    /**
     * Runs before the ports open.
     *
     * @throws OpenServiceException if a port would be open to other machines without permission
     */
    @Override
    public void afterSingletonsInstantiated() {
        check("server.address", this.server.getAddress());
        this.management.ifAvailable(properties -> {
            Integer port = properties.getPort();
            if (port != null && port >= 0 && !Objects.equals(port, this.server.getPort())) {
                check("management.server.address", properties.getAddress());
            }
        });
    }

    private void check(String property, @Nullable InetAddress address) {
        if (address != null && address.isLoopbackAddress()) {
            return;
        }
        String shown = address == null ? "all interfaces" : address.getHostAddress();
        if (!this.security.open()) {
            throw new OpenServiceException(property, shown);
        }
        logger.warn("Tare listens on {} ({}) and has no access control: everybody who reaches it can upload images and"
                + " read all comparisons", shown, property);
    }
}
