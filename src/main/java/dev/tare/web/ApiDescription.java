package dev.tare.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

import dev.tare.report.chart.ChartFormat;
import dev.tare.report.output.ReportFormat;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI description, completed with the formats of reports and charts. */
final class ApiDescription {

    private static final String COMPARISONS = "/api/comparisons";

    private final ObjectNode paths;

    private ApiDescription(ObjectNode paths) {
        this.paths = paths;
    }

    /** Reads the description as JSON. */
    static byte[] read() throws IOException {
        try (InputStream file = new ClassPathResource("openapi/tare.json").getInputStream()) {
            JsonMapper mapper = JsonMapper.shared();
            ObjectNode description = (ObjectNode) mapper.readTree(file);
            new ApiDescription((ObjectNode) description.path("paths")).addFormats();
            return mapper.writeValueAsBytes(description);
        }
    }

    private void addFormats() {
        for (ReportFormat format : ReportFormat.values()) {
            if (format != ReportFormat.JSON) {
                text(content(COMPARISONS, "post", "201"), format.mediaType());
                text(content(COMPARISONS + "/{id}", "get", "200"), format.mediaType());
                text(content("/api/sizes", "post", "200"), format.mediaType());
            }
        }
        String chart = COMPARISONS + "/{id}/chart.{extension}";
        Stream.of(ChartFormat.values()).forEach(format -> text(content(chart, "get", "200"), format.mediaType()));
        ArrayNode extensions = ((ObjectNode) this.paths.at(pointer(chart) + "/get/parameters/1/schema"))
                .putArray("enum");
        Stream.of(ChartFormat.values()).map(ChartFormat::extension).forEach(extensions::add);
    }

    private ObjectNode content(String path, String method, String status) {
        return (ObjectNode) this.paths.at(pointer(path) + "/" + method + "/responses/" + status + "/content");
    }

    private static void text(ObjectNode content, String mediaType) {
        content.putObject(mediaType).putObject("schema").put("type", "string");
    }

    /** The JSON pointer of a path. */
    private static String pointer(String path) {
        return "/" + path.replace("/", "~1");
    }
}
