package dev.tare.web.access;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may reach the service.
 *
 * @param open         Whether Tare may listen on other addresses than those of this machine. Everybody who reaches it
 *                     can upload images and read all comparisons.
 * @param allowedHosts Names and IP addresses besides localhost, 127.0.0.1 and [::1] that requests may have in the
 *                     header Host, without a port. Tare rejects other requests with status 421.
 */
@ConfigurationProperties("tare.security")
record SecurityProperties(@DefaultValue("false") boolean open, @DefaultValue List<String> allowedHosts) {

    SecurityProperties {
        allowedHosts = List.copyOf(allowedHosts);
    }
}
