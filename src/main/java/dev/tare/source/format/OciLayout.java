package dev.tare.source.format;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.DockerManifest;
import dev.tare.image.ImageConfig;
import dev.tare.image.ImageIndex;
import dev.tare.image.Manifest;
import dev.tare.image.Platform;
import dev.tare.image.Provenance;
import dev.tare.limits.Limits;
import dev.tare.source.format.OciImages.OciImage;
import org.jspecify.annotations.Nullable;

/**
 * The OCI image layout: {@code index.json} refers to manifests by digest, and these refer to configs and layers.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md">OCI image specification,
 *      image layout</a>
 */
final class OciLayout {

    static final String INDEX = "index.json";

    private final Entries entries;

    private final ImageSelection selection;

    private final Limits limits;

    private final OciDocuments documents;

    private @Nullable OciImages images;

    OciLayout(Entries entries, ImageSelection selection, Limits limits) {
        this.entries = entries;
        this.selection = selection;
        this.limits = limits;
        this.documents = new OciDocuments(entries);
    }

    OciImages images() {
        OciImages known = this.images;
        if (known == null) {
            ImageIndex index = ImageIndex.parse(INDEX, this.entries.document(INDEX));
            this.documents.attestations().add(index.manifests());
            known = new OciImages(this.documents, index, this.entries.name());
            this.images = known;
        }
        return known;
    }

    ImagePlan plan() {
        OciImage image = images().choose(this.selection.name());
        PlatformChoice choice = new PlatformChoice(this.documents, this.entries, this.selection.platform());
        Descriptor descriptor = choice.choose(image.manifests());
        Manifest manifest = this.documents.manifest(descriptor);
        UnsupportedImageException.requireImage(Digests.blobPath(descriptor), manifest);
        ImageConfig config = this.documents.config(manifest);
        Provenance provenance = this.documents.attestations().provenanceOf(descriptor.digest());
        List<String> paths = manifest.layers().stream().map(Digests::blobPath).toList();
        return new ImagePlan(nameOf(image, manifest), manifest.config().digest(), descriptor.digest(),
                descriptor.completed(manifest.annotations()), config,
                ImagePlan.layers(Digests.blobPath(manifest.config()), config, paths,
                        manifest.layers(), this.limits),
                remarks(image, descriptor, manifest), provenance,
                choice.others(image.manifests(), descriptor, config.platform()),
                this.documents.attestations().referrersOf(descriptor.digest()));
    }

    /** The platforms of the selected image. */
    List<Platform> platforms() {
        return new PlatformChoice(this.documents, this.entries, null)
                .all(images().choose(this.selection.name()).manifests());
    }

    private List<String> remarks(OciImage image, Descriptor descriptor, Manifest manifest) {
        List<String> types = new MediaTypeRemarks(this.documents).remarks(
                Stream.concat(image.roots().stream(), Stream.of(descriptor))
                        .map(Descriptor::withoutAnnotations)
                        .toList(),
                manifest.config());
        return Stream.concat(types.stream(), this.documents.attestations().remarks().stream()).toList();
    }

    /**
     * If there is a docker archive's manifest, its tags are the names that users typed. Annotations are longer forms.
     */
    private String nameOf(OciImage image, Manifest manifest) {
        String otherwise = image.name() == null ? this.entries.name() : image.name();
        if (!this.entries.has(DockerArchive.MANIFEST)) {
            return otherwise;
        }
        String config = Digests.blobPath(manifest.config());
        for (DockerManifest docker : DockerArchive.manifests(this.entries)) {
            if (docker.config().equals(config)) {
                return DockerArchive.tagOf(docker, this.selection.name(), otherwise);
            }
        }
        return otherwise;
    }
}
