package dev.tare.web.job;

import java.util.List;
import java.util.Objects;

import dev.tare.job.Job;
import dev.tare.job.Job.Step;
import dev.tare.policy.Policy;
import dev.tare.source.Progress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TotalRowTests {

    private static final Job.Sizes SIZES = new Job.Sizes(100_000_000, 4, 0, 0);

    private static final Job.Image WAITING = image(true, Step.WAITING, new Progress(), SIZES);

    @Test
    void rowHasTheLayersAndBytesOfAllImages() {
        Progress progress = new Progress();
        progress.plan(4, 100_000_000);
        progress.layerKnown(50_000_000);
        TotalRow row = row(image(true, Step.RUNNING, progress, SIZES), WAITING);
        assertThat(row.parts()).isEqualTo(250);
        assertThat(row.text()).isEqualTo("All images: 1 of 8 layers, 50.0 MB of 200 MB (50.0 MB known).");
    }

    @Test
    void rowStatesThatATotalIsUnknown() {
        TotalRow row = row(WAITING, image(true, Step.WAITING, new Progress(), null));
        assertThat(row.parts()).isNull();
        assertThat(row.text()).contains("nothing read yet", "the size of 1 image is not known yet");
    }

    @Test
    void archivesOfTheRequestDoNotCount() {
        Job.Image archive = image(false, Step.WAITING, new Progress(), null);
        assertThat(row(archive, WAITING, WAITING).text()).startsWith("Images by name: 0 of 8 layers");
        assertThat(page(Job.Status.RUNNING, archive, WAITING).total()).isNull();
    }

    @Test
    void onlyARunningJobOfSeveralImagesHasTheRow() {
        assertThat(page(Job.Status.RUNNING, WAITING).total()).isNull();
        assertThat(page(Job.Status.WAITING, WAITING, WAITING).total()).isNull();
        assertThat(page(Job.Status.FAILED, WAITING, WAITING).total()).isNull();
    }

    @Test
    void imagesWithoutLayersAreDone() {
        Job.Image empty = image(true, Step.DONE, new Progress(), null);
        assertThat(row(empty, empty).parts()).isEqualTo(1000);
    }

    @Test
    void aJobOfOneImageComparesNothing() {
        for (Job.Status status : Job.Status.values()) {
            JobPage page = page(status, WAITING);
            assertThat(page.title() + page.status()).as(status.name()).doesNotContainIgnoringCase("compar");
        }
    }

    private static TotalRow row(Job.Image... images) {
        return Objects.requireNonNull(page(Job.Status.RUNNING, images).total());
    }

    private static JobPage page(Job.Status status, Job.Image... images) {
        return new JobPage(new Job("1", status, 0, List.of(images), Policy.NONE, null, null));
    }

    private static Job.Image image(boolean isNamed, Step step, Progress progress, Job.Sizes sizes) {
        return new Job.Image("app:1", isNamed, step, progress.state(), sizes, null);
    }
}
