package dev.tare.report.section;

import dev.tare.report.WasteReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SizeSectionTests {

    @Test
    void efficiencyIsCutAndNotRounded() {
        assertThat(SizeSection.efficiency(new WasteReport.DiveEfficiency(0.99999, 99_999, 100_000)).text())
                .isEqualTo("99.99 %");
        assertThat(SizeSection.efficiency(new WasteReport.DiveEfficiency(1, 1, 1)).text()).isEqualTo("100.00 %");
    }
}
