package dev.tare.limits;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BudgetTests {

    private static final Limits LIMITS = Limits.DEFAULTS.with(Limit.IMAGE_ENTRIES, 10);

    private final Budget image = new Budget(Limit.IMAGE_ENTRIES, LIMITS);

    @Test
    void takeOfALayerIsTakenFromItsImageToo() {
        Budget layer = this.image.ofLayer();
        layer.take(4);
        this.image.ofLayer().take(6);
        assertThat(layer.used()).isEqualTo(4);
        assertThat(this.image.used()).isEqualTo(10);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> layer.take(1))
                .withMessage("The image has more than 10 entries in its layers "
                        + "(an entry that takes much memory counts as several), the "
                        + "limit \"image-entries\". Raise the limit if you trust the image.");
    }

    @Test
    void takeWhenTheTotalOverflowsThrowsException() {
        Budget size = new Budget(Limit.LAYER_TAR_SIZE, Limits.DEFAULTS.with(Limit.LAYER_TAR_SIZE, Long.MAX_VALUE));
        size.take(Long.MAX_VALUE, "layer.tar");
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> size.take(1, "layer.tar"))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("layer-tar-size"))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("layer.tar"));
    }

    @Test
    void takeOfAFixedLimitNamesItsValue() {
        Budget manifests = new Budget(Limit.MANIFESTS);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> manifests.take(10_001, "given.tar"))
                .withMessage("\"given.tar\" has more than 10000 manifests in its indexes, the limit \"manifests\". "
                        + "No image tool writes that; do not trust this image.");
    }
}
