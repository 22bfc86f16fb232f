package dev.tare.web.request;

import java.util.List;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Two images of a comparison, or one image twice, in the addresses of pages that show them.
 *
 * @param id    of the comparison
 * @param from  index of the first image
 * @param to    index of the second image
 * @param waive waivers, which belong to the reader and lead back to the overview with the same checks
 */
public record PairAddress(String id, int from, int to, List<String> waive) {

    public PairAddress {
        waive = List.copyOf(waive);
    }

    /** The address of the overview. */
    public String overview() {
        return of("");
    }

    /** The address of a view or of its export, to which more parameters may be added. */
    public String view(String name) {
        return of("/" + name);
    }

    private String of(String view) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/comparisons/" + this.id + view)
                .queryParam("from", this.from)
                .queryParam("to", this.to);
        this.waive.forEach(_ -> address.queryParam("waive", "{waiver}"));
        return address.encode().buildAndExpand(this.waive.toArray()).toUriString();
    }
}
