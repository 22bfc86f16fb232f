package dev.tare.source.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.Digest;
import dev.tare.image.DockerManifest;
import dev.tare.image.ImageConfig;
import dev.tare.image.Platform;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The docker archive: {@code manifest.json} refers to the entries with the config and the layers of each image.
 *
 * @see <a href="https://github.com/moby/docker-image-spec/blob/v1.3.1/spec.md">Docker image specification</a>
 */
final class DockerArchive {

    static final String MANIFEST = "manifest.json";

    private static final Pattern CONFIG_PATH = Pattern.compile("(?:blobs/sha256/)?([0-9a-f]{64})(?:\\.json)?");

    private final Entries entries;

    private final ImageSelection selection;

    private final Limits limits;

    DockerArchive(Entries entries, ImageSelection selection, Limits limits) {
        this.entries = entries;
        this.selection = selection;
        this.limits = limits;
    }

    ImagePlan plan() {
        DockerManifest manifest = choose(manifests(this.entries));
        byte[] document = this.entries.document(manifest.config());
        Digest id = Digest.sha256Of(document);
        verifyName(manifest.config(), id);
        ImageConfig config = ImageConfig.parse(manifest.config(), document);
        requirePlatform(config.platform());
        return new ImagePlan(nameOf(manifest), id, null, Map.of(), config,
                ImagePlan.layers(manifest.config(), config, manifest.layers(), List.of(), this.limits), List.of());
    }

    static List<DockerManifest> manifests(Entries entries) {
        return DockerManifest.parse(MANIFEST, entries.document(MANIFEST));
    }

    /** The tags or IDs of images that an index of the same archive does not list. */
    List<String> choicesBeside(OciImages listed) {
        Map<String, DockerManifest> others = new LinkedHashMap<>();
        Predicate<String> isOther = listed.isNoConfig();
        manifests(this.entries).stream()
                .filter(manifest -> isOther.test(this.entries.resolve(manifest.config())))
                .forEach(manifest -> others.putIfAbsent(manifest.config(), manifest));
        return choices(others);
    }

    private DockerManifest choose(List<DockerManifest> manifests) {
        Map<String, DockerManifest> images = new LinkedHashMap<>();
        manifests.forEach(manifest -> images.putIfAbsent(manifest.config(), manifest));
        String wanted = this.selection.name();
        if (wanted != null) {
            return manifests.stream()
                    .filter(manifest -> isNamed(manifest, wanted))
                    .findFirst()
                    .or(() -> withId(images.values(), wanted))
                    .orElseThrow(
                            () -> NoSuchImageException.named(this.entries.name(), wanted, choices(images)));
        }
        if (images.isEmpty()) {
            throw UnsupportedImageException.noManifest(this.entries.name(), "its manifest.json lists no image");
        }
        if (images.size() > 1) {
            throw new AmbiguousImageException(this.entries.name(), choices(images));
        }
        return images.values().iterator().next();
    }

    private static boolean isNamed(DockerManifest manifest, String wanted) {
        return manifest.repoTags().stream().anyMatch(tag -> ImageName.isSame(tag, wanted))
                || wanted.equals(idOf(manifest));
    }

    /** Jib does not name a config by its digest, so the digest is computed from the config. */
    private Optional<DockerManifest> withId(Collection<DockerManifest> images, String wanted) {
        return images.stream()
                .filter(image -> wanted.startsWith("sha256:") && idOf(image) == null
                        && this.entries.has(image.config()))
                .filter(image -> Digest.sha256Of(this.entries.document(image.config())).toString().equals(wanted))
                .findFirst();
    }

    private static List<String> choices(Map<String, DockerManifest> images) {
        List<String> choices = new ArrayList<>();
        images.values().forEach(manifest -> {
            if (manifest.repoTags().isEmpty()) {
                String id = idOf(manifest);
                choices.add(id == null ? manifest.config() : id);
            }
            choices.addAll(manifest.repoTags());
        });
        return choices;
    }

    private static @Nullable String idOf(DockerManifest manifest) {
        Matcher matcher = CONFIG_PATH.matcher(manifest.config());
        return matcher.matches() ? "sha256:" + matcher.group(1) : null;
    }

    private static void verifyName(String path, Digest actual) {
        Matcher matcher = CONFIG_PATH.matcher(path);
        if (matcher.matches()) {
            Digests.verify("digest of the config", path, Digest.of("sha256", matcher.group(1)), actual);
        }
    }

    private void requirePlatform(Platform actual) {
        Platform wanted = this.selection.platform();
        if (wanted != null && !wanted.accepts(actual)) {
            throw NoSuchImageException.forPlatform(this.entries.name(), wanted, List.of(actual.toString()));
        }
    }

    private String nameOf(DockerManifest manifest) {
        return tagOf(manifest, this.selection.name(), this.entries.name());
    }

    /** The requested tag, or else the first one, or else {@code otherwise}. */
    static String tagOf(DockerManifest manifest, @Nullable String wanted, String otherwise) {
        return manifest.repoTags()
                .stream()
                .filter(tag -> wanted == null || ImageName.isSame(tag, wanted))
                .findFirst()
                .orElse(manifest.repoTags().isEmpty() ? otherwise : manifest.repoTags().getFirst());
    }
}
