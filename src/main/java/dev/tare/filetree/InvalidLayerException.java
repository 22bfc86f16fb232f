package dev.tare.filetree;

import dev.tare.image.InvalidImageException;

/** A layer's tar is well-formed, but no container engine can apply it. */
public class InvalidLayerException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String layer;

    private final String problem;

    private InvalidLayerException(String rule, String layer, String entry, String problem) {
        super(rule, entry, "The layer \"" + layer + "\" cannot be applied: " + problem
                + ". No container engine can run this image; build it again.", null);
        this.layer = layer;
        this.problem = problem;
    }

    /** The name of the layer in its source. */
    public String layer() {
        return this.layer;
    }

    /** A clause about the layer, without a full stop. */
    public String problem() {
        return this.problem;
    }

    public static InvalidLayerException whiteoutOfNothing(String layer, String path) {
        return new InvalidLayerException("invalid-whiteout", layer, path,
                "the whiteout \"" + path + "\" does not name a file to hide");
    }

    public static InvalidLayerException linkToNothing(String layer, String path, String target) {
        return new InvalidLayerException("missing-link-target", layer, path, "the hard link \"" + path
                + "\" refers to \"" + target + "\", which does not exist when the link is created");
    }

    public static InvalidLayerException linkToFolder(String layer, String path, String target) {
        return new InvalidLayerException("link-to-folder", layer, path,
                "the hard link \"" + path + "\" refers to \"" + target + "\", which is a folder");
    }

    public static InvalidLayerException linkLoop(String layer, String folder) {
        return new InvalidLayerException("link-loop", layer, folder,
                "the path \"" + folder + "\" leads through too many symbolic links");
    }

    public static InvalidLayerException notAFolder(String layer, String folder, String path) {
        return new InvalidLayerException("not-a-folder", layer, folder, "it has entries in the folder \"" + folder
                + "\", but in the same layer \"" + path + "\" is not a folder");
    }
}
