package dev.tare.job;

import java.util.Set;

import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.catalog.TestQueues;
import dev.tare.engine.Engines;
import dev.tare.job.Job.Problem;
import dev.tare.job.Job.Step;
import dev.tare.registry.Registries;
import dev.tare.source.open.NamedImages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImageTaskTests {

    private final ImageTask task = new ImageTask(new JobRequest.Named(
            new NamedImages(Registries.ofThisUser(), Engines.ofThisUser(), Set.of()).parse("example.com/shop:1"), null,
            null));

    @Test
    void stepStaysAfterTheEndOfTheJob() {
        this.task.end();
        try (Turn turn = TestQueues.inspections(1).enter("a")) {
            this.task.begin(new SourceWait("a", turn, () -> 0));
        }
        assertThat(this.task.state().step()).isEqualTo(Step.SKIPPED);
        this.task.done();
        assertThat(this.task.state().step()).isEqualTo(Step.SKIPPED);
        this.task.failed(new Problem("unreadable", "It cannot be read."));
        assertThat(this.task.state().step()).isEqualTo(Step.SKIPPED);
        assertThat(this.task.state().problem()).isNull();
    }
}
