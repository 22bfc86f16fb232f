package dev.tare.web.request;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/**
 * Sends {@code 100 Continue} only when the body is read, so that a client does not send an upload that its headers
 * disqualify. The container itself reads no body: parameters are only in the query.
 */
@Component
class ContinueOnRead implements TomcatConnectorCustomizer {

    @Override
    public void customize(Connector connector) {
        connector.setParseBodyMethods("");
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setContinueResponseTiming("onRead");
        }
    }
}
