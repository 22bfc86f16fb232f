package dev.tare.inspection;

import java.util.Set;
import java.util.stream.Stream;

import dev.tare.secret.Certainty;
import dev.tare.secret.ContentSecrets;
import dev.tare.secret.PublishedPlace;
import dev.tare.secret.SecretCounts;
import dev.tare.secret.SecretMatch;
import org.jspecify.annotations.Nullable;

/**
 * The secrets in the content of a file.
 *
 * @param layer    that brought it
 * @param hiddenBy the layer that hid it, or {@code null} if a container sees it
 */
record FileSecrets(ContentSecrets found, String path, int layer, @Nullable Integer hiddenBy) {

    /** Whether everybody has them who has the library or the package that the file is of. */
    boolean arePublished(FileOwners owners) {
        return switch (PublishedPlace.of(this.path)) {
            case NONE -> false;
            case LIBRARY -> true;
            case SYSTEM -> owners.lists(this.path);
        };
    }

    /** Those that are kept. */
    Stream<Secret> secrets(boolean published) {
        return this.found.matches().stream().map(match -> secret(match, published));
    }

    /** How many others there are. */
    SecretCounts more(boolean published) {
        SecretCounts more = this.found.more();
        return published ? SecretCounts.NONE.plus(Certainty.PUBLISHED, more.total()) : more;
    }

    private Secret secret(SecretMatch match, boolean published) {
        return new Secret(match.kind(), published ? Certainty.PUBLISHED : match.kind().certainty(),
                new SecretPlace.File(this.path, match.line(), this.layer, this.hiddenBy));
    }

    /** Adds its path if only a package's list of files can tell whether they are published, and the file is gone. */
    void addIfGone(Set<String> paths) {
        if (this.hiddenBy != null && PublishedPlace.of(this.path) == PublishedPlace.SYSTEM) {
            paths.add(this.path);
        }
    }
}
