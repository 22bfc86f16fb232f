package dev.tare.secret;

import java.util.List;

/**
 * The secrets of one content.
 *
 * @param matches the first of them
 * @param more    how many others there are
 */
public record ContentSecrets(List<SecretMatch> matches, int more) {

    /** Where there are none. */
    public static final ContentSecrets NONE = new ContentSecrets(List.of(), 0);

    public ContentSecrets {
        matches = List.copyOf(matches);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return this.matches.isEmpty();
    }

    /** The first of them, the rest counted. */
    public ContentSecrets first(int most) {
        if (this.matches.size() <= most) {
            return this;
        }
        return new ContentSecrets(this.matches.subList(0, most), this.more + this.matches.size() - most);
    }
}
