package dev.tare.job;

import java.util.List;

import dev.tare.catalog.TestInspections;
import dev.tare.comparison.ComparedImage;
import dev.tare.inspection.Inspection;
import dev.tare.limits.LimitExceededException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReadImagesTests {

    private final ComparedImage first = image("first");

    private final ComparedImage second = image("second");

    private final long heap = this.first.inspection().heapSize();

    @Test
    void archivesAreCountedBeforeTheirPlaceInTheOrder() {
        ReadImages read = new ReadImages(List.of(new JobRequest.Inspected(this.second)), 3 * this.heap);
        assertThat(read.heapSize()).isEqualTo(this.heap);
        read.add(this.first);
        read.addArchive(this.second);
        assertThat(read.heapSize()).isEqualTo(2 * this.heap);
        assertThat(read.all()).containsExactly(this.first, this.second);
    }

    @Test
    void imageThatNeedsTooMuchHeapIsNotKept() {
        ReadImages read = new ReadImages(List.of(), this.heap + this.heap / 2);
        read.add(this.first);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> read.add(this.second));
        assertThat(read.heapSize()).isEqualTo(this.heap);
    }

    @Test
    void nothingIsKeptAfterAFailureButImagesStillTakeRoom() {
        ReadImages read = new ReadImages(List.of(), 2 * this.heap);
        read.add(this.first);
        read.fail();
        read.add(this.second);
        assertThat(read.heapSize()).isZero();
        assertThat(read.all()).isEmpty();
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> read.add(this.second));
    }

    private static ComparedImage image(String name) {
        Inspection inspection = TestInspections.inspection("app", name, 10);
        return new ComparedImage(inspection, name, null);
    }
}
