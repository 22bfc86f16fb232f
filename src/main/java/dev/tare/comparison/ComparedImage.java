package dev.tare.comparison;

import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * An image selected for a comparison.
 *
 * @param source the name of the file, folder or reference with the image
 * @param name   the requested name, or {@code null} for the name in the source
 */
public record ComparedImage(Inspection inspection, String source, @Nullable String name) {

    String preferredName() {
        return this.name == null ? this.inspection.image().name() : this.name;
    }
}
