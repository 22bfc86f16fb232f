package dev.tare.job;

import java.util.concurrent.TimeUnit;

import dev.tare.job.Job.Problem;
import dev.tare.job.Job.Step;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.Progress;
import org.jspecify.annotations.Nullable;

/** The progress of one image of a job. One thread reads the image, others look at it or end it. */
final class ImageTask {

    private final String text;

    private final boolean isNamed;

    private volatile Step step = Step.WAITING;

    private volatile Progress progress = new Progress();

    private volatile @Nullable SourceWait wait;

    private volatile Job.@Nullable Sizes sizes;

    private volatile @Nullable Problem problem;

    ImageTask(JobRequest.Input input) {
        this.text = Redaction.text(input.text());
        this.isNamed = input instanceof JobRequest.Named;
    }

    /** Begins to read it unless the job ended, and returns the progress to count with. */
    synchronized Progress begin(SourceWait wait) {
        Progress begun = new Progress(wait);
        if (!hasEnded()) {
            this.progress = begun;
            this.wait = wait;
            this.step = Step.RUNNING;
        }
        return begun;
    }

    /** Its manifest is known. */
    void sized(Job.Sizes known) {
        this.sizes = known;
    }

    void done() {
        end(Step.DONE);
    }

    synchronized void failed(Problem problem) {
        if (!hasEnded()) {
            this.problem = problem;
            end(Step.FAILED);
        }
    }

    /** The job ends. */
    void end() {
        end(Step.SKIPPED);
    }

    /** The first end is final. */
    private synchronized void end(Step step) {
        if (!hasEnded()) {
            this.step = step;
            this.wait = null;
        }
    }

    private boolean hasEnded() {
        return this.step != Step.WAITING && this.step != Step.RUNNING;
    }

    boolean hasFailed() {
        return this.step == Step.FAILED;
    }

    /** Whether its source sends too slowly. */
    boolean isTooSlow(JobProperties properties) {
        SourceWait now = this.wait;
        return now != null && now.waitedNanos() > TimeUnit.NANOSECONDS
                .convert(properties.timeFor(this.progress.state().bytesRead()));
    }

    Job.Image state() {
        return new Job.Image(this.text, this.isNamed, this.step, this.progress.state(), this.sizes, this.problem);
    }
}
