package dev.tare.source.format;

import dev.tare.image.InvalidImageException;

/** What was given is no image, although it can be read. */
public class NoManifestException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    NoManifestException(String source, String problem) {
        super("no-manifest", source, "\"" + source + "\" is no image: " + problem
                + ". Give what \"docker save\", \"podman save\", \"skopeo copy\" or Jib's \"buildTar\" writes: a docker "
                + "archive or an OCI image layout.", null);
    }
}
