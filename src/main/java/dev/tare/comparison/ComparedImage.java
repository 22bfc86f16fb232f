package dev.tare.comparison;

import dev.tare.inspection.Inspection;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * An image selected for a comparison. Secrets in its names are masked, because people and their tools choose them.
 *
 * @param source the name of the file, folder or reference with the image
 * @param name   the requested name, or {@code null} for the name in the source
 */
public record ComparedImage(Inspection inspection, String source, @Nullable String name) {

    public ComparedImage {
        source = Redaction.text(source);
        name = name == null ? null : Redaction.text(name);
    }

    String preferredName() {
        return this.name == null ? this.inspection.image().name() : this.name;
    }
}
