package dev.tare.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.merge.MergedLayers.FileSecrets;
import dev.tare.image.Image;
import dev.tare.secret.Certainty;
import dev.tare.secret.SecretCounts;
import dev.tare.secret.SecretMatch;
import dev.tare.secret.scan.PublishedPath;

/** Lists an image's secrets, and decides which secrets in files are published with a library or package. */
final class SecretsReader {

    private final List<FileSecrets> files;

    SecretsReader(List<FileSecrets> files) {
        this.files = files;
    }

    /** Deleted files whose secrets are published only if a package lists the file. */
    Set<String> deletedSystemFiles() {
        return this.files.stream()
                .filter(file -> file.hiddenBy() != null && PublishedPath.of(file.path()) == PublishedPath.SYSTEM)
                .map(FileSecrets::path)
                .collect(Collectors.toSet());
    }

    /**
     * Lists the secrets.
     *
     * @param name   masks a name, as in the masked image
     * @param owners of the image's files and of {@link #deletedSystemFiles()}
     * @param step   runs before each text of the image
     */
    Secrets read(Image image, UnaryOperator<String> name, FileOwners owners, Runnable step) {
        List<Secret> all = new ArrayList<>(ConfigSecrets.find(image, name, step));
        SecretCounts more = SecretCounts.NONE;
        for (FileSecrets file : this.files) {
            boolean published = isPublished(file.path(), owners);
            file.found().matches().forEach(match -> all.add(secret(file, match, published)));
            SecretCounts others = file.found().more();
            more = more.plus(published ? SecretCounts.NONE.plus(Certainty.PUBLISHED, others.total()) : others);
        }
        return Secrets.of(all, more);
    }

    private static boolean isPublished(String path, FileOwners owners) {
        return switch (PublishedPath.of(path)) {
            case NONE -> false;
            case LIBRARY -> true;
            case SYSTEM -> owners.lists(path);
        };
    }

    private static Secret secret(FileSecrets file, SecretMatch match, boolean published) {
        return new Secret(match.kind(), published ? Certainty.PUBLISHED : match.kind().certainty(),
                new SecretPlace.File(file.path(), match.line(), file.layer(), file.hiddenBy()));
    }
}
