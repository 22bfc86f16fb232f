package dev.tare.registry;

import java.util.List;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of referrers of a manifest.
 *
 * @param next              of the request for the next part, or {@code null} at the end
 * @param incompleteBecause why the registry may have others that no part has, in sentences; {@code null} without a reason
 */
public record ReferrersPage(List<Descriptor> referrers, @Nullable String next, @Nullable String incompleteBecause) {

    public ReferrersPage {
        referrers = List.copyOf(referrers);
    }

    /** The request for the first part. */
    public static String first(Digest subject) {
        return "referrers/" + subject;
    }
}
