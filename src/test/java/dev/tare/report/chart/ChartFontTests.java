package dev.tare.report.chart;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartFontTests {

    @Test
    void getIsTheTypefaceThatComesWithTare() {
        assertThat(ChartFont.get().getFamily()).isEqualTo("Liberation Sans");
    }

    @Test
    void getDeletesTheTemporaryConfiguration() {
        ChartFont.get();
        assertThat(System.getProperty("sun.awt.fontconfig")).isNull();
    }
}
