package dev.tare.filetree.layer;

import dev.tare.content.Finding;
import dev.tare.secret.ContentSecrets;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the content of one file.
 *
 * @param finding of a collector, or {@code null} if none wanted it
 * @param secrets in it
 */
public record ContentFindings(@Nullable Finding finding, ContentSecrets secrets) {

    /** Of most files nothing is made. */
    public static final ContentFindings NONE = new ContentFindings(null, ContentSecrets.NONE);

    public boolean isEmpty() {
        return this.finding == null && this.secrets.isEmpty();
    }
}
