package dev.tare.comparison;

import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * An image that was chosen for a comparison.
 *
 * @param source the name of the file, folder or reference that has the image
 * @param name   the name that people ask for, or {@code null} for the name that the source gives to the image
 */
public record ComparedImage(Inspection inspection, String source, @Nullable String name) {

    String preferredName() {
        return this.name == null ? this.inspection.image().name() : this.name;
    }
}
