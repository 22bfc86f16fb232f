package dev.tare.web;

import dev.tare.web.connection.SharedHttpProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Uses {@link SharedHttpProtocol} for pages and the API. The management port has Tomcat's own protocol. */
@Component
class ConnectionConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(SharedHttpProtocol.class.getName());
    }

}
