package dev.tare.limits;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImageBudgetTests {

    private static final Limits ALL = Limits.DEFAULTS;

    private final ImageBudget image = new ImageBudget(ALL);

    @Test
    void takeOfALayerIsTakenFromItsImageToo() {
        ImageBudget layer = this.image.ofLayer();
        layer.take(3);
        this.image.ofLayer().take(4);
        assertThat(layer.cost()).isEqualTo(new LayerCost(3, 0));
        assertThat(this.image.cost()).isEqualTo(new LayerCost(7, 0));
    }

    @Test
    void takeAgainWhenBytesPassTheLimitOfTheImageThrowsException() {
        this.image.takeAgain("layer", new LayerCost(ALL.imageTarSize(), 0));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> this.image.takeAgain("layer", new LayerCost(1, 0)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("imageTarSize"));
    }

    @Test
    void takeAgainWhenHolesPassTheLimitOfTheImageThrowsException() {
        this.image.takeAgain("layer", new LayerCost(Limits.HOLES_SIZE, Limits.HOLES_SIZE));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> this.image.takeAgain("layer", new LayerCost(1, 1)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("holesSize"));
    }
}
