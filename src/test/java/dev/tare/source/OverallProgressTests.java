package dev.tare.source;

import java.io.ByteArrayInputStream;
import java.util.List;

import dev.tare.source.OverallProgress.Image;
import dev.tare.source.OverallProgress.Total;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OverallProgressTests {

    private final Progress first = new Progress();

    private final Progress second = new Progress();

    @Test
    void imagesAddUpBeforeTheirLayersArePlanned() {
        this.first.plan(3, 300);
        this.first.layerDone();
        assertThat(of(image(this.first, null), image(this.second, new Total(4, 400))))
                .isEqualTo(new OverallProgress(7, 1, 700L, 0, 0, 0));
    }

    @Test
    void knownLayersAreDoneAndTheTotalStays() {
        this.first.plan(3, 300);
        OverallProgress before = of(image(this.first, null), image(this.second, new Total(2, 200)));
        this.first.layerKnown(100);
        this.second.plan(2, 200);
        this.second.layerKnown(150);
        OverallProgress after = of(image(this.first, null), image(this.second, new Total(2, 200)));
        assertThat(after.bytes()).isEqualTo(before.bytes()).isEqualTo(500);
        assertThat(after).isEqualTo(new OverallProgress(5, 2, 500L, 250, 250, 0));
    }

    @Test
    void anImageWithoutASizeHidesTheTotals() throws Exception {
        this.first.plan(3, 300);
        this.second.begin();
        this.second.count(new ByteArrayInputStream(new byte[50])).readAllBytes();
        OverallProgress all = of(image(this.first, null), image(this.second, null));
        assertThat(all).isEqualTo(new OverallProgress(null, 0, null, 50, 0, 1));
        this.second.merge();
        assertThat(of(image(this.first, null), image(this.second, null)).bytes()).isEqualTo(350);
    }

    @Test
    void anImageThatEndedCountsWhatWasRead() {
        this.first.plan(3, 300);
        this.first.layerKnown(100);
        assertThat(of(new Image(this.first.state(), true, new Total(3, 300)), image(this.second, new Total(1, 10))))
                .isEqualTo(new OverallProgress(2, 1, 110L, 100, 100, 0));
    }

    @Test
    void hostileSizesDoNotOverflow() {
        Total huge = new Total(1, Long.MAX_VALUE);
        assertThat(of(image(this.first, huge), image(this.second, huge)).bytes()).isEqualTo(Long.MAX_VALUE);
    }

    private static OverallProgress of(Image... images) {
        return OverallProgress.of(List.of(images));
    }

    private static Image image(Progress progress, Total expected) {
        return new Image(progress.state(), false, expected);
    }
}
