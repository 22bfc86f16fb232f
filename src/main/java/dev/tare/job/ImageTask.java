package dev.tare.job;

import dev.tare.job.Job.Problem;
import dev.tare.job.Job.Step;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.Progress;
import org.jspecify.annotations.Nullable;

/** The progress of one image of a job. One thread writes it, others read it. */
final class ImageTask {

    private final String text;

    private final boolean isNamed;

    private volatile Step step = Step.WAITING;

    private volatile Progress progress = new Progress();

    private volatile @Nullable SourceWait wait;

    private volatile @Nullable Problem problem;

    ImageTask(JobRequest.Input input) {
        this.text = Redaction.text(input.text());
        this.isNamed = input instanceof JobRequest.Named;
    }

    /** Begins to read it, and returns the progress to count with. */
    Progress begin(SourceWait wait) {
        this.progress = new Progress(wait);
        this.wait = wait;
        this.step = Step.RUNNING;
        return this.progress;
    }

    void done() {
        this.step = Step.DONE;
        this.wait = null;
    }

    void failed(Problem problem) {
        this.problem = problem;
        this.step = Step.FAILED;
        this.wait = null;
    }

    /** The job ends. */
    void end() {
        if (this.step == Step.WAITING || this.step == Step.RUNNING) {
            this.step = Step.SKIPPED;
        }
        this.wait = null;
    }

    boolean hasFailed() {
        return this.step == Step.FAILED;
    }

    /** Whether its source sends too slowly. */
    boolean isTooSlow(JobProperties properties) {
        SourceWait now = this.wait;
        return now != null && now.waitedNanos() > properties.timeFor(this.progress.state().bytesRead()).toNanos();
    }

    Job.Image state() {
        return new Job.Image(this.text, this.isNamed, this.step, this.progress.state(), this.problem);
    }
}
