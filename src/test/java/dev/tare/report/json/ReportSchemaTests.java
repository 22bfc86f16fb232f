package dev.tare.report.json;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.tare.comparison.Comparison;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.fixture.JsonText;
import dev.tare.fixture.RecordSchemas;
import dev.tare.inspection.Inspection;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.sizes.BaseCheckReport;
import dev.tare.report.sizes.RegistrySizesReport;
import dev.tare.report.why.WhyReport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares the published JSON Schema with the records, and validates reports against it. */
class ReportSchemaTests {

    private static final Path EXPECTED = Path.of("target", "golden", "report.json");

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(ReportSchema.read());

    private static final Policy POLICY = new Policy(Budgets.of(ByteSize.parse("100MB"), null),
            List.of(Waiver.parse("no-shell=Support needs one")), FailOn.FAIL);

    /** If this fails because records changed on purpose, the new schema is in target/golden. */
    @Test
    void schemaMatchesTheRecords() throws Exception {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        expected.put("$id", "urn:tare:report:" + ComparisonReport.SCHEMA_VERSION);
        expected.put("title", "Report of Tare");
        expected.put("description", "A comparison of container images, or one image. Every property is always "
                + "present. Sizes are numbers of bytes. Unknown values are null.");
        expected.put("anyOf",
                List.of(Map.of("$ref", "#/$defs/ComparisonReport"), Map.of("$ref", "#/$defs/InspectionReport")));
        expected.put("$defs", new RecordSchemas("#/$defs/").of(ComparisonReport.class, InspectionReport.class));
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n";
        Files.createDirectories(EXPECTED.getParent());
        Files.writeString(EXPECTED, text);
        assertThat(JsonMapper.shared().readTree(ReportSchema.read()).equals(JsonMapper.shared().readTree(text)))
                .as("the schema, compared with %s", EXPECTED)
                .isTrue();
    }

    /** If this fails because records changed on purpose, the new schema is in target/golden. */
    @Test
    void schemaOfSizesMatchesTheRecords() throws Exception {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        expected.put("$id", "urn:tare:sizes:" + RegistrySizesReport.SCHEMA_VERSION);
        expected.put("title", "Sizes of images in registries");
        expected.put("description",
                "The document of \"tare sizes\". Every property is always present. Sizes are numbers "
                        + "of bytes. Unknown values are null.");
        expected.put("$ref", "#/$defs/RegistrySizesReport");
        expected.put("$defs", new RecordSchemas("#/$defs/").of(RegistrySizesReport.class));
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n";
        Path file = EXPECTED.resolveSibling("schema-sizes.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(JsonMapper.shared().readTree(ReportSchema.ofSizes()).equals(JsonMapper.shared().readTree(text)))
                .as("the schema, compared with %s", file)
                .isTrue();
    }

    /** If this fails because records changed on purpose, the new schema is in target/golden. */
    @Test
    void schemaOfBaseChecksMatchesTheRecords() throws Exception {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        expected.put("$id", "urn:tare:base-check:" + BaseCheckReport.SCHEMA_VERSION);
        expected.put("title", "Check of a base image");
        expected.put("description", "The document of \"tare base check\". Every property is always present. Sizes are "
                + "numbers of bytes. Unknown values are null.");
        expected.put("$ref", "#/$defs/BaseCheckReport");
        expected.put("$defs", new RecordSchemas("#/$defs/").of(BaseCheckReport.class));
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n";
        Path file = EXPECTED.resolveSibling("schema-base-check.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(JsonMapper.shared().readTree(ReportSchema.ofBaseCheck()).equals(JsonMapper.shared().readTree(text)))
                .as("the schema, compared with %s", file)
                .isTrue();
    }

    /** If this fails because records changed on purpose, the new schema is in target/golden. */
    @Test
    void schemaOfReasonsMatchesTheRecords() throws Exception {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        expected.put("$id", "urn:tare:why:" + WhyReport.SCHEMA_VERSION);
        expected.put("title", "Reason why an image contains something");
        expected.put("description", "The document of \"tare why\". Every property is always present. Sizes are "
                + "numbers of bytes. Unknown values are null.");
        expected.put("$ref", "#/$defs/WhyReport");
        expected.put("$defs", new RecordSchemas("#/$defs/").of(WhyReport.class));
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n";
        Path file = EXPECTED.resolveSibling("schema-why.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(JsonMapper.shared().readTree(ReportSchema.ofReasons()).equals(JsonMapper.shared().readTree(text)))
                .as("the schema, compared with %s", file)
                .isTrue();
    }

    @Test
    void reportsFollowTheSchema() {
        Inspection empty = InspectionBuilder.image("").layer("empty").build();
        assertThat(problems(JsonText.of(ComparisonReport.of(DrawnImages.comparison(), POLICY)))).isEmpty();
        assertThat(problems(JsonText.of(ComparisonReport.of(new Comparison(List.of(empty, empty)))))).isEmpty();
        assertThat(problems(JsonText.of(InspectionReport.of(DrawnImages.slim(), POLICY)))).isEmpty();
        assertThat(problems(JsonText.of(InspectionReport.of(DrawnImages.unknown())))).isEmpty();
    }

    /** Guards the test above: a schema that accepts everything would prove nothing. */
    @Test
    void schemaRejectsAReportWithAWrongProperty() {
        String report = JsonText.of(InspectionReport.of(DrawnImages.slim()));
        assertThat(problems(report.replace("\"storedBytes\" : 56008000", "\"storedBytes\" : \"many\""))).isNotEmpty();
        assertThat(problems(report.replace("\"verdict\" : \"PASS\"", "\"verdict\" : \"GOOD\""))).isNotEmpty();
        assertThat(problems(report.replace("\"schemaVersion\"", "\"version\""))).isNotEmpty();
    }

    private static Set<ValidationMessage> problems(String report) {
        return SCHEMA.validate(report, InputFormat.JSON);
    }
}
