package dev.tare.source.format;

import dev.tare.image.InvalidImageException;

/** Manifest and config of an image tell of different numbers of layers. */
public class LayerCountMismatchException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final int manifestLayers;

    private final int diffIds;

    LayerCountMismatchException(String config, int manifestLayers, int diffIds) {
        super("layer-count-mismatch", config, "The manifest has " + manifestLayers + " layers, but the config \""
                + config + "\" has " + diffIds + " diff IDs. Save or copy the image again.", null);
        this.manifestLayers = manifestLayers;
        this.diffIds = diffIds;
    }

    /** How many layers the manifest has. */
    public int manifestLayers() {
        return this.manifestLayers;
    }

    /** How many diff IDs the config has. */
    public int diffIds() {
        return this.diffIds;
    }
}
