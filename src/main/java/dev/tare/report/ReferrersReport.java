package dev.tare.report;

import java.util.List;

import dev.tare.referrer.Referrer;
import dev.tare.referrer.ReferrerKind;
import dev.tare.referrer.Referrers;
import org.jspecify.annotations.Nullable;

/**
 * The signatures, bills of materials and attestations of an image, as its registry and its index list them. Tare does not
 * verify them. An inspection searches signatures with a few requests, and the command {@code tare referrers} searches all.
 *
 * @param items             each once
 * @param incompleteBecause why there may be others, in sentences; {@code null} if the search was complete
 */
public record ReferrersReport(List<Item> items, @Nullable String incompleteBecause) {

    public ReferrersReport {
        items = List.copyOf(items);
    }

    static ReferrersReport of(Referrers referrers) {
        return new ReferrersReport(referrers.list().stream().map(Item::of).toList(), referrers.incompleteBecause());
    }

    /** The number of items of a kind. Those about another image do not count. */
    public long count(ReferrerKind kind) {
        return this.items.stream().filter(item -> item.kind == kind && !item.otherSubject).count();
    }

    /**
     * A signature, a bill of materials, an attestation or another artifact.
     *
     * @param type          the type of the artifact, or else the media type of its content
     * @param predicateType of an attestation, or {@code null} if it is not stated
     * @param digest        of its manifest, or of its content if {@code foundIn} is a tag of cosign or the index
     * @param bytes         of its content, or of its manifest if that was not read
     * @param foundIn       API: the referrers API; TAG: the referrers tag; COSIGN_TAG: a tag of cosign; INDEX: the index of
     *                      the image
     * @param subject       whether it belongs to the index or to the manifest of the platform
     * @param otherSubject  whether its manifest states another subject, so that it is not about this image
     */
    public record Item(ReferrerKind kind, String type, @Nullable String predicateType, String digest, long bytes,
            Referrer.Place foundIn, Referrer.Subject subject, boolean otherSubject) {

        /** The facts of a referrer. */
        public static Item of(Referrer one) {
            return new Item(one.kind(), one.type(), one.predicateType(), one.digest().toString(), one.contentSize(),
                    one.place(), one.subject(), one.otherSubject());
        }
    }
}
