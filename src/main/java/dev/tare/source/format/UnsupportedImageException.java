package dev.tare.source.format;

import dev.tare.image.InvalidImageException;

/** A source can be read, but Tare does not support the image in it. */
public class UnsupportedImageException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private UnsupportedImageException(String rule, String entry, String message) {
        super(rule, entry, message, null);
    }

    static UnsupportedImageException noManifest(String source, String problem) {
        return new UnsupportedImageException("no-manifest", source, "\"" + source + "\" is no image: " + problem
                + ". Give what \"docker save\", \"podman save\", \"skopeo copy\" or Jib's \"buildTar\" writes: a docker "
                + "archive or an OCI image layout.");
    }

    static UnsupportedImageException notAnImage(String entry, String configType) {
        return new UnsupportedImageException("not-an-image", entry, "The manifest \"" + entry
                + "\" is of an artifact with a config of the type \"" + configType
                + "\", and not of an image that can be run. Choose an image.");
    }

    static UnsupportedImageException digestAlgorithm(String digest) {
        return new UnsupportedImageException("unsupported-digest", digest, "The digest \"" + digest
                + "\" is not one of SHA-256, which all tools write and Tare checks. Copy the image with another tool.");
    }

    static UnsupportedImageException nestedTooDeep(String entry, int depth) {
        return new UnsupportedImageException("index-too-deep", entry, "The index \"" + entry + "\" lies more than "
                + depth + " indexes deep. No image tool writes that; copy the image that you want out of it.");
    }

    static UnsupportedImageException ancestorOfItself(String entry) {
        return new UnsupportedImageException("layer-cycle", entry, "The layer \"" + entry
                + "\" lies below itself. Save the image again.");
    }

    public static UnsupportedImageException linkCycle(String entry) {
        return new UnsupportedImageException("link-cycle", entry, "The link \"" + entry
                + "\" leads in a circle, or through too many links. Save or copy the image again.");
    }
}
