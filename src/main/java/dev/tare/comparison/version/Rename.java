package dev.tare.comparison.version;

import java.util.List;

import dev.tare.inspection.Ecosystems;
import dev.tare.version.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A package or library that the other image has under another name.
 *
 * @param from     the versions in the image that one starts from, sorted
 * @param to       the versions in the other image, likewise
 * @param evidence why these two are one, in a few words
 */
public record Rename(String ecosystem, String fromName, String toName, List<String> from, List<String> to,
        String evidence) {

    public Rename {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Whether the version is newer or older; {@code null} if nothing tells, or if it is the same. */
    public @Nullable Direction direction() {
        return Ecosystems.of(this.ecosystem).versions().direction(this.from, this.to);
    }
}
