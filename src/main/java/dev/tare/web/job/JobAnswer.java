package dev.tare.web.job;

import java.util.List;
import java.util.Locale;

import dev.tare.job.Job;
import dev.tare.job.Job.Problem;
import dev.tare.job.Job.Status;
import dev.tare.source.OverallProgress;
import dev.tare.source.Progress;
import dev.tare.web.request.PolicyAddress;
import org.jspecify.annotations.Nullable;

/**
 * A job as JSON.
 *
 * @param status     waiting, running, done, failed or cancelled
 * @param position   the number of jobs before this one if it waits
 * @param progress   of all images
 * @param comparison the address of the report, if the job is done
 * @param problem    a sentence, if the job failed as a whole
 */
record JobAnswer(String id, String href, String status, @Nullable Integer position,
        OverallProgress progress, List<Image> images, @Nullable Comparison comparison,
        @Nullable String problem) {

    JobAnswer {
        images = List.copyOf(images);
    }

    /** The answer for a job. */
    static JobAnswer of(Job job) {
        String id = job.comparison();
        return new JobAnswer(job.id(), "/api/jobs/" + job.id(), word(job.status()),
                job.status() == Status.WAITING ? job.position() : null, job.progress(),
                job.images().stream().map(Image::of).toList(),
                id == null ? null
                        : new Comparison(id, PolicyAddress.of("/api/comparisons/" + id, job.policy()).toString()),
                job.problem());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The comparison of a job that is done. */
    record Comparison(String id, String href) {}

    /**
     * An image of a job.
     *
     * @param image       as the client gave it
     * @param status      waiting, running, done, failed or skipped
     * @param phase       opening, reading or merging, while it is running
     * @param layers      with different content, if their number is known
     * @param layersDone  that were read or known
     * @param layersKnown that were known and not read again
     * @param bytes       to read, as stored, if their number is known
     * @param bytesRead   so far
     * @param sizes       as the manifest states them, once it is read; {@code null} for archives and engines, or if the
     *                    registry does not answer soon
     */
    record Image(String image, String status, @Nullable String phase, @Nullable Integer layers, int layersDone,
            int layersKnown, @Nullable Long bytes, long bytesRead, Job.@Nullable Sizes sizes,
            @Nullable Problem problem) {

        private static Image of(Job.Image image) {
            Progress.State progress = image.progress();
            return new Image(image.text(), word(image.step()),
                    image.step() == Job.Step.RUNNING ? word(progress.phase()) : null,
                    progress.layers() == 0 ? null : progress.layers(), progress.layersDone(),
                    progress.layersKnown(), progress.bytes() == 0 ? null : progress.bytes(), progress.bytesRead(),
                    image.sizes(), image.problem());
        }
    }
}
