package dev.tare.report.document;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ValueTests {

    @Test
    void digestIsShortened() {
        assertThat(new Value.Digest("sha256:0123456789abcdef").text()).isEqualTo("0123456789ab");
    }
}
