package dev.tare.wording;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CountsTests {

    @Test
    void numberHasThousandsSeparators() {
        assertThat(Counts.of(999)).isEqualTo("999");
        assertThat(Counts.of(-1_234_567)).isEqualTo("-1,234,567");
    }

    @Test
    void nounIsSingularForOne() {
        assertThat(Counts.of(0, "jar", "jars")).isEqualTo("0 jars");
        assertThat(Counts.of(1, "jar", "jars")).isEqualTo("1 jar");
        assertThat(Counts.of(2_000, "jar", "jars")).isEqualTo("2,000 jars");
    }
}
