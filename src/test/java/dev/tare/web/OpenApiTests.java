package dev.tare.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import dev.tare.fixture.RecordSchemas;
import dev.tare.report.chart.ChartFormat;
import dev.tare.report.json.ReportSchema;
import dev.tare.report.output.ReportFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares the committed description of the API with the controllers and with the served document. */
@SpringBootTest(properties = { "springdoc.api-docs.enabled=true", "springdoc.api-docs.path=/springdoc",
        "springdoc.paths-to-match=/api/**", "springdoc.default-flat-param-object=true" })
@AutoConfigureMockMvc
class OpenApiTests {

    private static final Path EXPECTED = Path.of("target", "tare", "openapi-schemas.json");

    @Autowired
    private MockMvcTester mvc;

    @Test
    void descriptionHasEveryOperationWithItsParameters() {
        assertThat(operations(served())).isEqualTo(operations(generated()));
    }

    @Test
    void descriptionHasEveryForm() {
        assertThat(forms(served())).isEqualTo(forms(generated()));
    }

    /** If this fails, copy the schemas in target/tare to the description. */
    @Test
    void schemasMatchTheResponses() throws Exception {
        JsonNode expected = JsonMapper.shared()
                .valueToTree(new RecordSchemas("#/components/schemas/").of(ComparisonSummary.class,
                        Class.forName("dev.tare.web.job.JobAnswer")));
        Files.createDirectories(EXPECTED.getParent());
        Files.writeString(EXPECTED, expected.toPrettyString());
        ObjectNode schemas = ((ObjectNode) served().at("/components/schemas")).deepCopy();
        schemas.remove("Problem");
        assertThat(schemas.equals(expected)).as("The schemas of the description").isTrue();
    }

    @Test
    void reportIsAvailableInEveryFormat() {
        assertThat(forms(served())).containsAll(Stream.of(ReportFormat.values())
                .flatMap(format -> Stream.of("post /api/comparisons ", "get /api/comparisons/{id} ", "post /api/sizes ")
                        .map(operation -> operation + format.mediaType()))
                .toList());
    }

    @Test
    void chartIsAvailableInEveryFormat() {
        String chart = "/api/comparisons/{id}/chart.{extension}";
        assertThat(forms(served())).containsAll(
                Stream.of(ChartFormat.values()).map(format -> "get " + chart + " " + format.mediaType()).toList());
        assertThat(served().path("paths").path(chart).at("/get/parameters/1/schema/enum").values())
                .extracting(JsonNode::asString)
                .containsExactlyElementsOf(Stream.of(ChartFormat.values()).map(ChartFormat::extension).toList());
    }

    @Test
    void reportFollowsTheSchemaThatIsServed() {
        JsonNode answers = served().at("/paths").path("/api/comparisons/{id}").at("/get/responses/200/content");
        assertThat(answers.path("application/json").at("/schema/anyOf").values())
                .extracting(schema -> schema.path("$ref").asString())
                .containsExactly("/schema/report.json#/$defs/ComparisonReport",
                        "/schema/report.json#/$defs/InspectionReport");
        assertThat(this.mvc.get().uri("/schema/report.json").exchange()).hasStatusOk()
                .hasContentType(ReportSchema.MEDIA_TYPE)
                .bodyText()
                .isEqualTo(ReportSchema.read());
    }

    private JsonNode served() {
        return read("/v3/api-docs");
    }

    private JsonNode generated() {
        return read("/springdoc");
    }

    private JsonNode read(String path) {
        return JsonMapper.shared().readTree(this.mvc.get().uri(path).exchange().getResponse().getContentAsByteArray());
    }

    private static Set<String> operations(JsonNode description) {
        Set<String> found = new TreeSet<>();
        each(description, (name, operation) -> {
            found.add(name);
            operation.at("/parameters")
                    .values()
                    .forEach(parameter -> found
                            .add(name + " " + parameter.at("/in").asString() + " " + parameter.at("/name").asString()));
        });
        return found;
    }

    /** A method that states no form always answers with JSON. It is among the forms of another answer. */
    private static Set<String> forms(JsonNode description) {
        Set<String> found = new TreeSet<>();
        each(description,
                (name, operation) -> operation.at("/responses")
                        .properties()
                        .stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .forEach(response -> response.getValue()
                                .at("/content")
                                .propertyNames()
                                .stream()
                                .filter(form -> !form.equals("*/*"))
                                .forEach(form -> found.add(name + " " + form))));
        return found;
    }

    private static void each(JsonNode description, BiConsumer<String, JsonNode> action) {
        description.at("/paths")
                .forEachEntry((path, methods) -> methods
                        .forEachEntry((method, operation) -> action.accept(method + " " + path, operation)));
    }
}
