package dev.tare.report.json;

import java.util.List;
import java.util.Locale;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.fixture.JsonText;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonReportTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void writeHasExactBytesAndTheReasonsForUnknownValues() {
        JsonNode report = read(DrawnImages.comparison());
        assertThat(report.at("/images/0/sizes/weight/tareUncompressedBytes").longValue()).isEqualTo(92_007_000);
        assertThat(report.at("/images/2/sizes/weight/tareUncompressedBytes").isNull()).isTrue();
        assertThat(report.at("/images/2/sizes/weight/unknownBecause").stringValue()).startsWith("No label");
        assertThat(report.at("/images/2/sizes/compressedBytes").isNull()).isTrue();
        assertThat(report.at("/images/2/sizes/compressedUnknownBecause").stringValue()).startsWith("The only layer is");
        assertThat(report.at("/sharing/2/uniqueCompressedBytes").isNull()).isTrue();
        assertThat(report.at("/sharing/2/compressedUnknownBecause").stringValue()).isNotEmpty();
    }

    @Test
    void writeIsAsciiAndKeepsEveryName() {
        String json = JsonText.of(ComparisonReport.of(DrawnImages.comparison()));
        assertThat(json.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
        assertThat(MAPPER.readTree(json).at("/images/2/name").stringValue()).isEqualTo(DrawnImages.HOSTILE);
    }

    @Test
    void writeWhenANameIsHalfACharacterIsStillJson() {
        Comparison comparison = new Comparison(
                List.of(DrawnImages.slim(), InspectionBuilder.image("\ud800").layer("a").build()));
        assertThat(JsonText.of(ComparisonReport.of(comparison)).toLowerCase(Locale.ROOT))
                .contains("\"name\" : \"\\ud800\"");
    }

    @Test
    void writeTwiceIsTheSame() {
        assertThat(JsonText.of(ComparisonReport.of(DrawnImages.comparison())))
                .isEqualTo(JsonText.of(ComparisonReport.of(DrawnImages.comparison())));
    }

    @Test
    void writeOfOneImageHasItsBudgets() {
        InspectionReport report =
                InspectionReport.of(DrawnImages.slim(), Policy.of(Budgets.of(ByteSize.parse("1MB"), null)));
        JsonNode json = MAPPER.readTree(JsonText.of(report));
        assertThat(json.at("/verdict").stringValue()).isEqualTo("FAIL");
        assertThat(json.at("/image/name").stringValue()).isEqualTo("tare:slim");
        assertThat(json.at("/policy/budgets/0/limitUncompressedBytes").longValue()).isEqualTo(1_000_000);
    }

    private static JsonNode read(Comparison comparison) {
        Policy policy = new Policy(Budgets.of(ByteSize.parse("100MB"), null),
                List.of(Waiver.parse("no-shell=Support needs one")), FailOn.FAIL);
        return MAPPER.readTree(JsonText.of(ComparisonReport.of(comparison, policy)));
    }
}
