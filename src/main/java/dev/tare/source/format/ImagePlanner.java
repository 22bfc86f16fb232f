package dev.tare.source.format;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.image.Platform;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/** Detects the format of an archive or folder, and plans the selected image. */
public final class ImagePlanner {

    /** Files of most containers. Only Docker and Podman write the first two, into containers. */
    private static final List<String> ROOT_FILES =
            List.of(".dockerenv", "run/.containerenv", "lib/apk/db/installed", "var/lib/dpkg/status", "etc/passwd",
                    "etc/os-release", "usr/lib/os-release", "etc/hostname", "bin/sh");

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

    /** Whether entries are the files of a container instead of an image. */
    public static boolean isRootFileSystem(Entries entries) {
        return Stream.of(OciLayout.INDEX, DockerArchive.MANIFEST, LegacyArchive.REPOSITORIES).noneMatch(entries::has)
                && ROOT_FILES.stream().anyMatch(entries::has);
    }

    /** Plans the selected image. */
    public ImagePlan plan(Entries entries) {
        if (entries.has(OciLayout.INDEX)) {
            OciLayout layout = layout(entries);
            return layout == null ? new DockerArchive(entries, this.selection, this.limits).plan() : layout.plan();
        }
        if (entries.has(DockerArchive.MANIFEST)) {
            return new DockerArchive(entries, this.selection, this.limits).plan();
        }
        if (entries.has(LegacyArchive.REPOSITORIES)) {
            return new LegacyArchive(entries, this.selection, this.limits).plan();
        }
        if (isRootFileSystem(entries)) {
            throw UnsupportedImageException.rootFileSystem(entries.name());
        }
        throw UnsupportedImageException.noManifest(entries.name(), "it has neither a manifest.json nor an index.json");
    }

    /**
     * Lists the platforms of the selected image, in the order of its index. It reads no layer.
     */
    public List<Platform> platforms(Entries entries) {
        OciLayout layout = entries.has(OciLayout.INDEX) ? layout(entries) : null;
        List<Platform> platforms = layout == null ? List.of() : layout.platforms();
        return platforms.isEmpty() ? List.of(plan(entries).config().platform()) : platforms;
    }

    /**
     * The layout, or {@code null} if the archive lists the selected image only in the other format. Current engines write both formats at once. The OCI layout then has more facts. Docker 25.0 lists no image in its
     * index, and other tools may list fewer images than in the other format.
     */
    private @Nullable OciLayout layout(Entries entries) {
        OciLayout layout = new OciLayout(entries, this.selection, this.limits);
        if (!entries.has(DockerArchive.MANIFEST)) {
            return layout;
        }
        DockerArchive docker = new DockerArchive(entries, this.selection, this.limits);
        List<String> listed = layout.images().choices();
        List<String> others = docker.choicesBeside(layout.images());
        if (others.isEmpty()) {
            return layout;
        }
        String wanted = this.selection.name();
        if (wanted == null && !listed.isEmpty()) {
            throw new AmbiguousImageException(entries.name(), Stream.concat(listed.stream(), others.stream()).toList());
        }
        return wanted != null && layout.images().has(wanted) ? layout : null;
    }
}
