package dev.tare.inspection.base;

import java.util.List;
import java.util.Objects;

import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

/** Finds the boundary of the base image from all kinds of evidence. */
public final class BaseFinder {

    private static final String BASE_NAME = "org.opencontainers.image.base.name";

    private static final List<BaseEvidence> EVIDENCE = List.of(new JibEvidence(), new BuildpackEvidence(),
            new InheritedCommandEvidence());

    private BaseFinder() {}

    /**
     * Reads the original image, because a masked label may not be valid JSON. Sentences quote the masked image.
     *
     * @param masked the same image without its secrets
     */
    public static BaseBoundary find(Image image, Image masked) {
        return EVIDENCE.stream()
                .map(evidence -> evidence.find(image, masked))
                .filter(Objects::nonNull)
                .findFirst()
                .map(boundary -> withName(boundary, masked))
                .orElseGet(() -> new BaseBoundary.Unknown(because(image) + named(masked)));
    }

    private static BaseBoundary withName(BaseBoundary boundary, Image image) {
        return switch (boundary) {
            case BaseBoundary.Known known ->
                    new BaseBoundary.Known(known.layers(), known.evidence() + named(image));
            case BaseBoundary.Unknown unknown -> new BaseBoundary.Unknown(unknown.because() + named(image));
        };
    }

    private static String because(Image image) {
        int steps = image.config().layerHistory().size();
        if (image.config().history().isEmpty()) {
            return "The image has no history and no buildpack label.";
        }
        if (steps != image.layers().size()) {
            return "The history has " + steps + " steps that create layers, but the image has " + image.layers().size()
                    + " layers. The image has no buildpack label.";
        }
        return "The image has no layers of Jib and no buildpack label. In its history, no layer follows a command.";
    }

    private static String named(Image image) {
        String base = baseName(image);
        return base == null ? "" : " The image names " + base + " as its base image.";
    }

    private static @Nullable String baseName(Image image) {
        String annotation = image.annotations().get(BASE_NAME);
        return annotation != null ? annotation : image.config().container().labels().get(BASE_NAME);
    }
}
