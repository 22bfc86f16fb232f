package dev.tare.web.job;

import java.util.Locale;

import dev.tare.job.Job;
import dev.tare.job.Job.Step;
import dev.tare.source.Progress;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;
import dev.tare.wording.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list of images that are being read.
 *
 * @param style   of the row, also its state in one word
 * @param mark    a sign for the state
 * @param note    the progress in words
 * @param parts   the progress in thousandths, or {@code null} while the image is not read; 0 if they are unknown
 * @param sizes   the sizes in the manifest, or {@code null} if they are unknown
 * @param problem a sentence, or {@code null}
 */
public record StepRow(String style, String mark, String name, String note, @Nullable Long parts,
        @Nullable String sizes, @Nullable String problem) {

    private static final long PARTS = 1000;

    /** The row of an image of a job. */
    static StepRow of(Job.Image image) {
        Job.Problem problem = image.problem();
        StepRow row = of(image.text(), image.step(), image.progress());
        return new StepRow(row.style, row.mark, row.name, image.isNamed() ? row.note : "archive, read", row.parts,
                sizes(image.sizes()), problem == null ? null : problem.message());
    }

    /** The row of an image of a job that reads the manifests of all images. */
    static StepRow readingManifest(Job.Image image) {
        StepRow row = of(image);
        return image.isNamed() ? new StepRow(row.style, row.mark, row.name, "reading manifests", row.parts, row.sizes,
                row.problem) : row;
    }

    /** The row of any image that is being read. */
    public static StepRow of(String name, Step step, Progress.State progress) {
        return new StepRow(step.name().toLowerCase(Locale.ROOT), mark(step), name, note(step, progress),
                step == Step.RUNNING ? parts(progress) : null, null, null);
    }

    private static @Nullable String sizes(Job.@Nullable Sizes sizes) {
        return sizes == null ? null
                : Bytes.rounded(sizes.compressedBytes()) + " compressed in "
                        + Counts.of(sizes.layers(), "layer", "layers")
                        + (sizes.sharedLayers() == 0 ? ", none shared with another image"
                                : ", " + Counts.of(sizes.sharedLayers()) + " shared with another image ("
                                        + Bytes.rounded(sizes.sharedBytes()) + ")");
    }

    private static String note(Step step, Progress.State progress) {
        return switch (step) {
            case WAITING -> "waiting";
            case RUNNING -> switch (progress.phase()) {
                case OPENING -> "looking for the image";
                case READING -> Reading.of(progress.layers(), progress.layersDone(), progress.layersKnown(),
                        progress.bytes(), progress.bytesRead());
                case MERGING -> "searching for software";
            };
            case DONE -> "read: "
                    + Reading.ended(progress.layersDone(), progress.layersKnown(), progress.bytesRead());
            case FAILED -> "failed";
            case SKIPPED -> "not read";
        };
    }

    private static String mark(Step step) {
        return switch (step) {
            case WAITING -> "○";
            case RUNNING -> "●";
            case DONE -> "✓";
            case FAILED -> "✕";
            case SKIPPED -> "–";
        };
    }

    private static long parts(Progress.State progress) {
        if (progress.phase() == Progress.Phase.MERGING) {
            return PARTS;
        }
        return progress.bytes() == 0 ? 0 : Math.min(PARTS, PARTS * progress.bytesRead() / progress.bytes());
    }
}
