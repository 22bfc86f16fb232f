package dev.tare.filetree.layer;

import java.util.List;

import dev.tare.content.Collected;
import dev.tare.secret.ContentSecrets;

/**
 * The results of reading the content of one file.
 *
 * @param collected the findings of collectors
 * @param secrets   the secrets in the content
 */
public record ContentFindings(List<Collected> collected, ContentSecrets secrets) {

    /** No findings, the usual case. */
    public static final ContentFindings NONE = new ContentFindings(List.of(), ContentSecrets.NONE);

    public ContentFindings {
        collected = List.copyOf(collected);
    }

    public boolean isEmpty() {
        return this.collected.isEmpty() && this.secrets.isEmpty();
    }
}
