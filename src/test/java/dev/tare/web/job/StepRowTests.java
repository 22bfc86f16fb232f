package dev.tare.web.job;

import java.util.List;

import dev.tare.job.Job;
import dev.tare.job.Job.Step;
import dev.tare.policy.Policy;
import dev.tare.source.Progress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StepRowTests {

    @Test
    void noteOfAnImageThatWasReadHasItsState() {
        Progress progress = new Progress();
        progress.plan(1, 10);
        progress.layerDone();
        assertThat(StepRow.of("app:1", Step.DONE, progress.state()).note()).contains("read", "1 layer");
    }

    @Test
    void manifestsAreReadBeforeTheFirstImage() {
        Progress.State none = new Progress().state();
        Job.Image waiting = new Job.Image("app:1", true, Step.WAITING, none, null, null);
        Job.Image running = new Job.Image("app:1", true, Step.RUNNING, none, null, null);
        assertThat(notes(Job.Status.RUNNING, waiting, waiting)).containsOnly("reading manifests");
        assertThat(notes(Job.Status.WAITING, waiting, waiting)).containsOnly("waiting");
        assertThat(notes(Job.Status.RUNNING, running, waiting)).last().isEqualTo("waiting");
    }

    @Test
    void sizesAreShownWhileTheImageWaits() {
        Job.Image image = new Job.Image("app:1", true, Step.WAITING, new Progress().state(),
                new Job.Sizes(12_000_000, 3, 2, 7_000_000), null);
        assertThat(StepRow.of(image).sizes()).contains("12.0 MB", "3 layers", "2 shared", "7.00 MB");
        assertThat(StepRow.of("app:1", Step.WAITING, new Progress().state()).sizes()).isNull();
    }

    private static List<String> notes(Job.Status status, Job.Image... images) {
        return new JobPage(new Job("1", status, 0, List.of(images), Policy.NONE, null, null)).steps()
                .stream()
                .map(StepRow::note)
                .toList();
    }
}
