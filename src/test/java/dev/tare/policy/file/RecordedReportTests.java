package dev.tare.policy.file;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.JsonText;
import dev.tare.image.InvalidValueException;
import dev.tare.inspection.Inspection;
import dev.tare.policy.Figure;
import dev.tare.policy.ImageFigures;
import dev.tare.policy.Measure;
import dev.tare.policy.RecordedFigures;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordedReportTests {

    private static final Inspection IMAGE = DrawnImages.slim();

    @ParameterizedTest
    @EnumSource(value = Measure.class, mode = EnumSource.Mode.EXCLUDE,
            names = { "LARGEST_NEW_FILE", "BREAKDOWN", "VULNERABILITIES", "NEW_VULNERABILITIES", "REPEATED",
                    "DIVE_WASTED",
                    "DIVE_USER_WASTED" })
    void reportStatesTheSameFiguresAsTheImage(Measure measure) {
        Figure expected = new ImageFigures(IMAGE).of(measure);
        assertThat(expected).isInstanceOf(Figure.Known.class);
        assertThat(recorded(JsonText.of(InspectionReport.of(IMAGE))).of(measure)).isEqualTo(expected);
    }

    @Test
    void reportStatesTheBreakdownAndLayers() {
        RecordedFigures figures = recorded(JsonText.of(InspectionReport.of(IMAGE)));
        assertThat(figures.lines()).isEqualTo(new ImageFigures(IMAGE).lines());
        assertThat(figures.hasAllLines()).isTrue();
        assertThat(IMAGE.image().layers()).allMatch(layer -> figures.hasLayer(layer.diffId().toString()));
    }

    @Test
    void lastImageOfAComparisonCounts() {
        Comparison comparison = new Comparison(List.of(DrawnImages.unknown(), IMAGE));
        assertThat(recorded(JsonText.of(ComparisonReport.of(comparison))).name()).isEqualTo(IMAGE.image().name());
        assertThat(recorded(JsonText.of(InspectionReport.of(DrawnImages.unknown()))).of(Measure.APPLICATION))
                .isInstanceOf(Figure.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "[]", "null", "no JSON", "{\"image\": {}}", "{\"image\": 1}", "{\"images\": []}",
            "{\"image\": {\"name\": \"a\", \"sizes\": {}, \"layers\": [null]}}",
            "{\"image\": {\"name\": \"a\", \"sizes\": {}, \"layers\": [{}]}}",
            "{\"platforms\": [], \"schemaVersion\": 2}" })
    void readWhenItIsNoReportThrowsException(String json) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> recorded(json))
                .withMessageContaining("tare inspect");
    }

    private static RecordedFigures recorded(String json) {
        return RecordedReport.read("baseline.json", json.getBytes(StandardCharsets.UTF_8));
    }
}
