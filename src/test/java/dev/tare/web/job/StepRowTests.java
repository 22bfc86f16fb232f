package dev.tare.web.job;

import dev.tare.job.Job.Step;
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
}
