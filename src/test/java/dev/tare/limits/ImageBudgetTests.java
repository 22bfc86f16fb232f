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
        assertThat(layer.cost()).isEqualTo(new ImageBudget.Cost(3, 0));
        assertThat(this.image.cost()).isEqualTo(new ImageBudget.Cost(7, 0));
    }

    @Test
    void takeAgainWhenBytesPassTheLimitOfTheImageThrowsException() {
        this.image.takeAgain("layer", new ImageBudget.Cost(ALL.get(Limit.IMAGE_TAR_SIZE), 0));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> this.image.takeAgain("layer", new ImageBudget.Cost(1, 0)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("image-tar-size"));
    }

    @Test
    void takeAgainWhenHolesPassTheLimitOfTheImageThrowsException() {
        this.image.takeAgain("layer", new ImageBudget.Cost(Limit.HOLES_SIZE.value(), Limit.HOLES_SIZE.value()));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> this.image.takeAgain("layer", new ImageBudget.Cost(1, 1)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("holes-size"));
    }
}
