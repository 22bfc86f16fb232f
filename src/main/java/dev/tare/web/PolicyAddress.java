package dev.tare.web;

import java.net.URI;
import java.util.List;

import dev.tare.policy.Waiver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of comparisons. Waivers are part of the address, because they belong to the reader and not to the images.
 */
final class PolicyAddress {

    private PolicyAddress() {}

    static URI of(String path, List<Waiver> waivers) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Object[] values = waivers.stream().map(waiver -> waiver.check() + "=" + waiver.reason()).toArray();
        for (int i = 0; i < values.length; i++) {
            address.queryParam("waive", "{waiver}");
        }
        return address.encode().buildAndExpand(values).toUri();
    }
}
