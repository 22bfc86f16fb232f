package dev.tare.filetree.layer;

import java.util.List;

import dev.tare.content.Collected;
import dev.tare.secret.ContentSecrets;

/**
 * What was made of the content of one file.
 *
 * @param collected the findings of collectors
 * @param secrets   in it
 */
public record ContentFindings(List<Collected> collected, ContentSecrets secrets) {

    /** Of most files nothing is made. */
    public static final ContentFindings NONE = new ContentFindings(List.of(), ContentSecrets.NONE);

    public ContentFindings {
        collected = List.copyOf(collected);
    }

    public boolean isEmpty() {
        return this.collected.isEmpty() && this.secrets.isEmpty();
    }
}
