package dev.tare.source.format;

import dev.tare.limits.Limits;

/** Detects the format of an archive or folder, and plans the selected image. */
public final class ImagePlanner {

    private final ImageSelection selection;

    private final Limits limits;

    public ImagePlanner(ImageSelection selection, Limits limits) {
        this.selection = selection;
        this.limits = limits;
    }

    /** Whether an entry is a document that lists the images of an archive. */
    public static boolean isRoot(String path) {
        return path.equals(DockerArchive.MANIFEST) || path.equals(OciLayout.INDEX);
    }

    /** Plans the selected image. Current engines write both formats at once. The OCI layout then has more facts. */
    public ImagePlan plan(Entries entries) {
        if (entries.has(OciLayout.INDEX)) {
            return new OciLayout(entries, this.selection, this.limits).plan();
        }
        if (entries.has(DockerArchive.MANIFEST)) {
            return new DockerArchive(entries, this.selection, this.limits).plan();
        }
        if (entries.has(LegacyArchive.REPOSITORIES)) {
            return new LegacyArchive(entries, this.selection, this.limits).plan();
        }
        throw UnsupportedImageException.noManifest(entries.name(), "it has neither a manifest.json nor an index.json");
    }
}
