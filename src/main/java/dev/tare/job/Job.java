package dev.tare.job;

import java.util.List;

import dev.tare.policy.Policy;
import dev.tare.source.OverallProgress;
import dev.tare.source.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A job at one moment.
 *
 * @param id         128 random bits in hexadecimal
 * @param position   the number of jobs that are before this one while it waits, or 0
 * @param policy     to apply to the report
 * @param comparison its identifier in the catalog if the job is done, otherwise {@code null}
 * @param problem    a sentence if the job failed as a whole, otherwise {@code null}
 */
public record Job(String id, Status status, int position, List<Image> images, Policy policy,
        @Nullable String comparison, @Nullable String problem) {

    public Job {
        images = List.copyOf(images);
    }

    /** The progress of all images. Those that the request contained were read before, so they do not count. */
    public OverallProgress progress() {
        return OverallProgress.of(this.images.stream().map(Image::ofAll).toList());
    }

    /** A state of a job. */
    public enum Status {

        /** Other jobs run first. */
        WAITING,

        RUNNING,

        /** The images are compared. */
        DONE,

        /** At least one image has a problem. */
        FAILED,

        /** A client cancelled it. */
        CANCELLED;

        /** Whether the job does not change any more. */
        public boolean isEnd() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /** A state of an image of a job. */
    public enum Step {

        /** Its turn comes later. */
        WAITING,

        /** It is being looked up and read. */
        RUNNING, DONE, FAILED,

        /** The job ended before. */
        SKIPPED
    }

    /**
     * An image of a job.
     *
     * @param text    as the client gave it, with masked secrets: a name, or the name of a file
     * @param isNamed whether it is read by name; otherwise the request contained it
     * @param sizes   {@code null} if the manifests of the image are not read, or not yet
     * @param problem a broken rule, or {@code null}
     */
    public record Image(String text, boolean isNamed, Step step, Progress.State progress, @Nullable Sizes sizes,
            @Nullable Problem problem) {

        private OverallProgress.Image ofAll() {
            return new OverallProgress.Image(this.progress,
                    !this.isNamed || (this.step != Step.WAITING && this.step != Step.RUNNING),
                    this.sizes == null ? null
                            : new OverallProgress.Total(this.sizes.layers(), this.sizes.compressedBytes()));
        }
    }

    /**
     * The sizes of an image in a registry, as its manifest states them.
     *
     * @param compressedBytes different layers as the registry stores them
     * @param layers          different ones
     * @param sharedLayers    different layers that another image of the job has, too
     * @param sharedBytes     of these layers
     */
    public record Sizes(long compressedBytes, int layers, int sharedLayers, long sharedBytes) {}

    /**
     * The reason why an image cannot be inspected, without secrets.
     *
     * @param rule    a short, stable name in kebab case
     * @param message the finding and the next step
     */
    public record Problem(String rule, String message) {}
}
