package dev.tare.source.format;

import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.image.Manifest;
import dev.tare.image.MediaType;

/** A source can be read, but Tare does not support the image in it. */
public class UnsupportedImageException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private UnsupportedImageException(String rule, String entry, String message) {
        super(rule, entry, message, null);
    }

    static UnsupportedImageException noManifest(String source, String problem) {
        return new UnsupportedImageException("no-manifest", source, "\"" + source + "\" is not an image: " + problem
                + ". Give a docker archive or an OCI image layout, such as the output of \"docker save\", "
                + "\"podman save\", \"skopeo copy\" or Jib's \"buildTar\".");
    }

    /** A registry that sends neither a manifest nor an index, such as a manifest of schema version 1. */
    public static UnsupportedImageException otherDocument(String source, MediaType type) {
        return new UnsupportedImageException("no-manifest", source, "\"" + source
                + "\" is not an image: the registry has a document of the type \"" + type
                + "\" for it, which is neither an image manifest nor an index. Push the image again with a current "
                + "tool.");
    }

    public static UnsupportedImageException rootFileSystem(String source) {
        return new UnsupportedImageException("root-file-system", source, "\"" + source
                + "\" has the files of a container, as \"docker export\" writes them, and not an image with layers. "
                + "Save the image of the container: \"docker save -o image.tar IMAGE\".");
    }

    /** A person would have to type the archive. */
    public static UnsupportedImageException terminal() {
        return new UnsupportedImageException("standard-input", "-", "Standard input is a terminal, not an archive. "
                + "Redirect a file (< image.tar), or write into a pipe: docker save IMAGE | tare inspect -.");
    }

    /** The program before the pipe has failed. */
    public static UnsupportedImageException emptyInput() {
        return new UnsupportedImageException("standard-input", "-", "Standard input is empty. Check the program that "
                + "writes into the pipe, and its errors.");
    }

    /** A stream that ends before its platforms are known. */
    public static UnsupportedImageException streamsOnce(String source) {
        return new UnsupportedImageException("streams-once", source, "\"" + source
                + "\" is read once, from its beginning to its end, so its platforms cannot be listed before. Select one "
                + "platform, or give the image as an uncompressed file, as a folder or by name.");
    }

    /** A stream from which nothing can be read alone. */
    public static UnsupportedImageException withoutParts(String source) {
        return new UnsupportedImageException("streams-once", source, "\"" + source
                + "\" is read once, from its beginning to its end, so its tables of contents cannot be read alone. "
                + "Leave out --toc-only, or give the image as an uncompressed file, as a folder or by its name in a "
                + "registry.");
    }

    /**
     * Rejects the manifest of an artifact.
     *
     * @param entry the manifest in errors
     * @throws UnsupportedImageException if the manifest does not describe a runnable image
     */
    public static void requireImage(String entry, Manifest manifest) {
        if (!manifest.hasImageConfig() || (manifest.hasNoFiles() && ArtifactKind.of(manifest) != null)) {
            throw notAnImage(entry, manifest);
        }
    }

    static UnsupportedImageException notAnImage(String entry, Manifest manifest) {
        ArtifactKind kind = ArtifactKind.of(manifest);
        return new UnsupportedImageException("not-an-image", entry, "The manifest \"" + entry + "\" describes "
                + (kind == null ? unknownKind(manifest) : kind.text())
                + ", not a runnable image. Give an archive with a runnable image.");
    }

    private static String unknownKind(Manifest manifest) {
        String type = manifest.artifactType();
        return type == null || type.isBlank()
                ? "an artifact with a config of the type \"" + manifest.config().mediaType() + "\""
                : "an artifact of the type \"" + type + "\"";
    }

    public static UnsupportedImageException digestAlgorithm(String digest) {
        return new UnsupportedImageException("unsupported-digest", digest, "The digest \"" + digest
                + "\" is not a SHA-256 digest. Tare verifies only SHA-256, which all image tools write. Copy the image "
                + "with another tool.");
    }

    /** @param problem a clause without a full stop */
    public static UnsupportedImageException referrer(Digest digest, String problem) {
        return new UnsupportedImageException("referrer", digest.toString(), "The referrer " + digest
                + " cannot be read as a bill of materials: " + problem + ". Select another one by its digest.");
    }

    /** An index below too many others. */
    public static UnsupportedImageException nestedTooDeep(String entry, int depth) {
        return new UnsupportedImageException("index-too-deep", entry, "The index \"" + entry + "\" is nested more "
                + "than " + depth + " indexes deep. No image tool writes that; copy the wanted image out of it.");
    }

    static UnsupportedImageException ancestorOfItself(String entry) {
        return new UnsupportedImageException("layer-cycle", entry, "The layer \"" + entry
                + "\" is its own ancestor. Save the image again.");
    }

    public static UnsupportedImageException linkCycle(String entry) {
        return new UnsupportedImageException("link-cycle", entry, "The link \"" + entry
                + "\" is circular or leads through too many links. Save or copy the image again.");
    }
}
