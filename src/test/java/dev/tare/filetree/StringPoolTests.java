package dev.tare.filetree;

import dev.tare.limits.LimitExceededException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StringPoolTests {

    private static final byte[] HALF_A_BLOCK = new byte[1 << 15];

    @Test
    void addWhenThereAreNoMoreNumbersThrowsException() {
        StringPool texts = new StringPool(3);
        for (int i = 0; i < 3; i++) {
            assertThat(texts.is(texts.add(HALF_A_BLOCK), HALF_A_BLOCK)).isTrue();
        }
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> texts.add(HALF_A_BLOCK))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("kept-names"));
    }
}
