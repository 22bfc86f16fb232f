package dev.tare.inspection;

import dev.tare.secret.ContentSecrets;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the content of one file.
 *
 * @param finding of a collector, or {@code null} if none wanted it
 * @param secrets in it
 */
record ContentFindings(@Nullable Finding finding, ContentSecrets secrets) {

    /** Of most files nothing is made. */
    static final ContentFindings NONE = new ContentFindings(null, ContentSecrets.NONE);

    boolean isEmpty() {
        return this.finding == null && this.secrets.isEmpty();
    }
}
