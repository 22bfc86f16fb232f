package dev.tare.web.request;

import java.net.URI;
import java.util.List;

import dev.tare.policy.Policy;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of comparisons. Waivers are part of the address, because they belong to the reader and not to the images.
 */
public final class PolicyAddress {

    private PolicyAddress() {}

    /** The address of something to which a policy applies. */
    public static URI of(String path, Policy policy) {
        return of(path, waive(policy));
    }

    /** @param waive values of the parameter */
    public static URI of(String path, List<String> waive) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        waive.forEach(_ -> address.queryParam("waive", "{waiver}"));
        return address.encode().buildAndExpand(waive.toArray()).toUri();
    }

    /** The values of the parameter for the waivers of a policy. */
    public static List<String> waive(Policy policy) {
        return policy.waivers().stream().map(waiver -> waiver.check() + "=" + waiver.reason()).toList();
    }
}
