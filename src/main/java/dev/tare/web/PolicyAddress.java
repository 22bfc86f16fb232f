package dev.tare.web;

import java.net.URI;
import java.util.List;

import dev.tare.policy.Policy;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of comparisons. Waivers are part of the address, because they belong to the reader and not to the images.
 */
final class PolicyAddress {

    private PolicyAddress() {}

    static URI of(String path, Policy policy) {
        return of(path, waive(policy));
    }

    /** @param waive values of the parameter */
    static URI of(String path, List<String> waive) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        waive.forEach(_ -> address.queryParam("waive", "{waiver}"));
        return address.encode().buildAndExpand(waive.toArray()).toUri();
    }

    /** The values of the parameter for the waivers of a policy. */
    static List<String> waive(Policy policy) {
        return policy.waivers().stream().map(waiver -> waiver.check() + "=" + waiver.reason()).toList();
    }
}
