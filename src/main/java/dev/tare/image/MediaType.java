package dev.tare.image;

import org.jspecify.annotations.Nullable;

/**
 * The media type of a blob or document. Media types can be wrong about compression, so Tare detects the compression of
 * layers from their bytes.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/media-types.md">OCI image specification,
 *      media types</a>
 */
public record MediaType(String value) {

    public static final MediaType OCI_INDEX = new MediaType("application/vnd.oci.image.index.v1+json");

    public static final MediaType OCI_MANIFEST = new MediaType("application/vnd.oci.image.manifest.v1+json");

    public static final MediaType OCI_CONFIG = new MediaType("application/vnd.oci.image.config.v1+json");

    public static final MediaType OCI_LAYER = new MediaType("application/vnd.oci.image.layer.v1.tar");

    public static final MediaType OCI_LAYER_GZIP = new MediaType("application/vnd.oci.image.layer.v1.tar+gzip");

    public static final MediaType OCI_LAYER_ZSTD = new MediaType("application/vnd.oci.image.layer.v1.tar+zstd");

    public static final MediaType DOCKER_MANIFEST_LIST = new MediaType(
            "application/vnd.docker.distribution.manifest.list.v2+json");

    public static final MediaType DOCKER_MANIFEST = new MediaType(
            "application/vnd.docker.distribution.manifest.v2+json");

    public static final MediaType DOCKER_CONFIG = new MediaType("application/vnd.docker.container.image.v1+json");

    public static final MediaType DOCKER_LAYER = new MediaType("application/vnd.docker.image.rootfs.diff.tar");

    public static final MediaType DOCKER_LAYER_GZIP = new MediaType(
            "application/vnd.docker.image.rootfs.diff.tar.gzip");

    /** Whether this is an OCI image index or a Docker manifest list. */
    public boolean isIndex() {
        return isOneOf(OCI_INDEX, DOCKER_MANIFEST_LIST);
    }

    /** Whether this is an image manifest. */
    public boolean isManifest() {
        return isOneOf(OCI_MANIFEST, DOCKER_MANIFEST);
    }

    /** Whether this is the config of a runnable image and not of an artifact. */
    public boolean isImageConfig() {
        return isOneOf(OCI_CONFIG, DOCKER_CONFIG);
    }

    /** The kind of document that this type declares. */
    public DocumentKind kind() {
        return isIndex() ? DocumentKind.INDEX : isManifest() ? DocumentKind.MANIFEST : DocumentKind.OTHER;
    }

    /** Case and parameters, such as {@code charset}, do not matter. */
    private boolean isOneOf(MediaType one, MediaType other) {
        int parameters = this.value.indexOf(';');
        String type = (parameters < 0 ? this.value : this.value.substring(0, parameters)).strip();
        return type.equalsIgnoreCase(one.value) || type.equalsIgnoreCase(other.value);
    }

    /** Whether this is the type of a filesystem layer and not of an artifact's content, such as a signature. */
    public boolean isLayer() {
        return this.value.contains(".tar") || this.value.isEmpty();
    }

    /** Whether an {@code artifactType} declares an artifact. Images have none, or the type of their config. */
    static boolean isOfArtifact(@Nullable String artifactType) {
        return artifactType != null && !artifactType.isEmpty() && !new MediaType(artifactType).isImageConfig();
    }

    /** The compression that this type declares, or {@code null} if it is not a known type of a layer. */
    public @Nullable Compression compression() {
        if (!this.value.endsWith(".tar") && !this.value.contains(".tar+") && !this.value.endsWith(".tar.gzip")) {
            return null;
        }
        return switch (this.value.substring(this.value.lastIndexOf(".tar") + ".tar".length())) {
            case "" -> Compression.NONE;
            case "+gzip", ".gzip" -> Compression.GZIP;
            case "+zstd" -> Compression.ZSTD;
            default -> null;
        };
    }

    /** Whether archives and registries may leave out a layer of this type. */
    public boolean isNonDistributable() {
        return this.value.contains(".nondistributable.") || this.value.contains(".foreign.");
    }

    @Override
    public String toString() {
        return this.value;
    }
}
