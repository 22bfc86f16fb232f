package dev.tare.report.json;

import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.document.VisibleJson;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as JSON: the facts in the order of their declaration, with {@code null} for unknown values. The output is
 * ASCII, so that no name in an image can move a terminal's cursor or break the encoding.
 */
public final class JsonReport {

    private static final JsonMapper MAPPER = JsonMapper.builder(VisibleJson.factory())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new MaskedTexts())
            .build();

    private JsonReport() {}

    /** Writes a comparison. */
    public static String write(ComparisonReport report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }

    /** Writes an inspection. */
    public static String write(InspectionReport report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }
}
