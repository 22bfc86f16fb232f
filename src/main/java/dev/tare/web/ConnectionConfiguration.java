package dev.tare.web;

import java.util.ArrayList;
import java.util.List;

import dev.tare.web.connection.ClientAddress;
import dev.tare.web.connection.ConnectionProperties;
import dev.tare.web.connection.TimedProtocol;
import org.apache.catalina.Valve;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sets the connections of the page and the API up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
class ConnectionConfiguration {

    private static final String VIRTUAL_THREADS = "spring.threads.virtual.enabled";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> watchedConnections(ConnectionProperties properties,
            Environment environment) {
        if (environment.getProperty(VIRTUAL_THREADS, Boolean.class, false)) {
            throw new InvalidConfigurationPropertyValueException(VIRTUAL_THREADS, true,
                    "A pool of platform threads bounds the memory of requests and shares it between clients. Remove this "
                            + "property, and set server.tomcat.threads.max if you need more threads.");
        }
        ClientAddress clients = new ClientAddress(properties.trustedProxies());
        return factory -> {
            factory.setProtocol(TimedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                // Tare ignores languages. Tomcat would fail on a request with more than ten, with status 500.
                connector.setMaxLocaleCount(-1);
                if (connector.getProtocolHandler() instanceof TimedProtocol protocol) {
                    protocol.configure(properties, clients);
                }
            });
            // Spring Boot may have added a valve that removes addresses from X-Forwarded-For.
            List<Valve> valves = new ArrayList<>(factory.getEngineValves());
            valves.addFirst(clients.valve());
            factory.setEngineValves(valves);
        };
    }
}
