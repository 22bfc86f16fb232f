package dev.tare.image;

import java.util.List;

/**
 * One image in the {@code manifest.json} of a docker archive. Unlike a {@link Manifest}, it refers to entries of the
 * archive.
 *
 * @param config   the entry of the config
 * @param repoTags the tags that the image was saved with; empty if it was saved by its ID
 * @param layers   the entries of the layers, the lowest first
 * @see <a href="https://github.com/moby/docker-image-spec/blob/v1.3.1/spec.md#combined-image-json--filesystem-changeset-format">
 *      Docker image specification, combined format</a>
 */
public record DockerManifest(String config, List<String> repoTags, List<String> layers) {

    public DockerManifest {
        repoTags = List.copyOf(repoTags);
        layers = List.copyOf(layers);
    }

    /**
     * Parses all images of a {@code manifest.json}.
     *
     * @param name the name of the document for errors
     * @throws InvalidDocumentException if it has another form
     */
    public static List<DockerManifest> parse(String name, byte[] json) {
        return JsonDocument.readList(name, json, document -> new DockerManifest(document.requiredText("Config"),
                document.textList("RepoTags"), document.textList("Layers")));
    }
}
