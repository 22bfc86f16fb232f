package dev.tare.web.request;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/**
 * Asks a sender that waits with its body for it only when it is really read, so that an upload which is refused from its
 * headers alone is never sent.
 */
@Component
class ContinueOnRead implements TomcatConnectorCustomizer {

    @Override
    public void customize(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setContinueResponseTiming("onRead");
        }
    }
}
