package dev.tare.web;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.report.json.ReportSchema;
import dev.tare.web.upload.BadArchives;
import dev.tare.web.upload.UploadBody;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Validates real answers of every operation against the description of the API. */
@SpringBootTest(properties = { "tare.upload.max-request-size=10MB", "tare.registries.internal=127.0.0.0/8" })
@AutoConfigureMockMvc
class OpenApiAnswersTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Autowired
    private MockMvcTester mvc;

    private final Set<String> answered = new TreeSet<>();

    @Test
    void everyAnswerIsDescribed() throws IOException {
        String location = post("/api/comparisons", both(), 201).getHeader(HttpHeaders.LOCATION);
        String id = location.substring(location.lastIndexOf('/'));
        post("/api/comparisons?failOn=warn&maxGrowth=5%25&maxUncompressed=1B&waive=no-shell%3Done",
                both().field("waive", "port-exposed=two"), 201);
        post("/api/comparisons", both(), 201, "Prefer", "return=minimal");
        for (String type : new String[] { "application/json", "text/markdown", "text/plain" }) {
            post("/api/comparisons", both(), 201, HttpHeaders.ACCEPT, type);
            MockHttpServletResponse report = get("/api/comparisons" + id, 200, HttpHeaders.ACCEPT, type);
            get("/api/comparisons" + id, 304, HttpHeaders.ACCEPT, type, HttpHeaders.IF_NONE_MATCH,
                    report.getHeader(HttpHeaders.ETAG));
        }
        get("/api/comparisons", 200);
        get("/api/comparisons" + id + "?failOn=fail&waive=no-shell%3Done", 200);
        get("/api/comparisons" + id + "/chart.svg", 200);
        get("/api/comparisons" + id + "/chart.png", 200);
        get("/api/comparisons" + id + "/images/0/files.csv", 200);
        for (String view : new String[] { "breakdown", "files", "layers", "packages" }) {
            get("/api/comparisons" + id + "/" + view + ".csv", 200);
            get("/api/comparisons" + id + "/" + view + ".json", 200);
            get("/api/comparisons" + id + "/" + view + ".xml", 404);
            get("/api/comparisons" + id + "/" + view + ".csv?to=2", 400);
        }
        get("/api/comparisons" + id + "/images/1/sbom.json", 200);
        get("/api/comparisons" + id + "/images/1/sbom.spdx.json", 200);

        post("/api/comparisons?maxGrowth=lots", both(), 400);
        post("/api/comparisons", new UploadBody(), 400);
        for (String type : new String[] { "application/json", "text/markdown", "text/plain" }) {
            String single = post("/api/comparisons", new UploadBody().archive("a.tar", BadArchives.good()), 201,
                    HttpHeaders.ACCEPT, type).getHeader(HttpHeaders.LOCATION);
            get(single, 200, HttpHeaders.ACCEPT, type);
            get(single + "?maxGrowth=5%25", 400);
        }
        post("/api/comparisons", both(), 403, "Sec-Fetch-Site", "cross-site");
        post("/api/comparisons", both(), 406, HttpHeaders.ACCEPT, "image/gif");
        post("/api/comparisons", new UploadBody().archive("a.tar", new byte[11_000_000]), 413);
        post("/api/comparisons", both(), 415, HttpHeaders.CONTENT_TYPE, "text/plain");
        post("/api/comparisons", both(), 421, HttpHeaders.HOST, "evil.example");
        post("/api/comparisons", new UploadBody().archive("a.tar", BadArchives.twoImages()), 422);
        post("/api/comparisons", new UploadBody().archive("a.tar", BadArchives.digestMismatch()), 422);
        get("/api/comparisons" + id + "?failOn=never", 400);
        get("/api/comparisons/0", 404);
        get("/api/comparisons" + id, 406, HttpHeaders.ACCEPT, "image/gif");
        get("/api/comparisons", 421, HttpHeaders.HOST, "evil.example");
        get("/api/comparisons" + id + "/chart.gif", 404);
        get("/api/comparisons" + id + "/images/2/files.csv", 404);
        get("/api/comparisons" + id + "/images/x/files.csv", 400);
        get("/api/comparisons" + id + "/images/2/sbom.json", 404);
        String job =
                postNames("{\"images\":[\"127.0.0.1:1/a\",\"127.0.0.1:1/b\"]}", 202).getHeader(HttpHeaders.LOCATION);
        get(job, 200);
        get("/api/jobs/0", 404);
        postNames("{\"images\":[\"127.0.0.1:1/a\",\"/etc/passwd\"]}", 400);
        try (MemoryRegistry registry = new MemoryRegistry()) {
            String names = "{\"images\":[\"%s\"]}".formatted(registry.push("app", "1",
                    ImageBuilder.anImage("").layer(layer -> layer.file("a", "a"))));
            for (String type : new String[] { "application/json", "text/markdown", "text/plain" }) {
                postNames("/api/sizes", names, 200, HttpHeaders.ACCEPT, type);
            }
            postNames("/api/sizes", names, 403, "Sec-Fetch-Site", "cross-site");
            postNames("/api/sizes", names, 406, HttpHeaders.ACCEPT, "image/gif");
            postNames("/api/sizes", names, 415, HttpHeaders.CONTENT_TYPE, "text/plain");
            postNames("/api/sizes", names, 421, HttpHeaders.HOST, "evil.example");
            postNames("/api/sizes", names.replace("app:1", "app:2"), 422);
            postNames("/api/sizes", "{\"images\":[]}", 400);
            postNames("/api/sizes", " ".repeat(70_000), 413);
        }
        assertThat(this.answered).containsAll(described());
    }

    private MockHttpServletResponse postNames(String json, int status) throws IOException {
        return postNames("/api/comparisons", json, status);
    }

    private MockHttpServletResponse postNames(String address, String json, int status, String... headers)
            throws IOException {
        return checked("post", address, status, this.mvc.post()
                .uri(address)
                .content(json)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(all -> set(all, headers))
                .exchange()
                .getResponse());
    }

    private static UploadBody both() {
        return new UploadBody().archive("a.tar", BadArchives.good()).archive("b.tar", BadArchives.other());
    }

    private MockHttpServletResponse post(String address, UploadBody body, int status, String... headers)
            throws IOException {
        MockHttpServletResponse answer = this.mvc.post()
                .uri(URI.create(address))
                .content(body.stream().readAllBytes())
                .contentType(UploadBody.CONTENT_TYPE)
                .headers(all -> set(all, headers))
                .exchange()
                .getResponse();
        return checked("post", address, status, answer);
    }

    private MockHttpServletResponse get(String address, int status, String... headers) throws IOException {
        MockHttpServletResponse answer = this.mvc.get()
                .uri(URI.create(address))
                .headers(all -> set(all, headers))
                .exchange()
                .getResponse();
        return checked("get", address, status, answer);
    }

    private static void set(HttpHeaders all, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            all.set(headers[i], headers[i + 1]);
        }
    }

    private MockHttpServletResponse checked(String method, String address, int status, MockHttpServletResponse answer)
            throws IOException {
        String what = method + " " + address + " " + status;
        assertThat(answer.getStatus()).as(what).isEqualTo(status);
        String path = path(URI.create(address).getPath());
        JsonNode response = description().path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(String.valueOf(status));
        assertThat(response.isObject()).as("description of %s %s %d", method, path, status).isTrue();
        if (answer.getContentAsByteArray().length == 0) {
            return answer;
        }
        MediaType type = MediaType.parseMediaType(String.valueOf(answer.getContentType()));
        String form = type.getType() + "/" + type.getSubtype();
        JsonNode content = response.path("content").path(form);
        assertThat(content.isObject()).as("description of %s as %s", what, form).isTrue();
        this.answered.add(method + " " + path + " " + status + " " + form);
        if (form.endsWith("json")) {
            assertThat(problems(content.path("schema"), answer.getContentAsString())).as(what).isEmpty();
        }
        return answer;
    }

    private String path(String address) throws IOException {
        for (String template : description().path("paths").propertyNames()) {
            if (new UriTemplate(template.replace("{id}", "{id:[^/]+}").replace("{index}", "{index:[^/]+}"))
                    .matches(address)) {
                return template;
            }
        }
        throw new IllegalArgumentException(address);
    }

    /** The schema of an answer, with all schemas that it refers to in one document. */
    private Set<ValidationMessage> problems(JsonNode schema, String answer) throws IOException {
        ObjectNode whole = (ObjectNode) MAPPER
                .readTree(schema.toString().replaceAll("/schema/(report|sizes)[.]json#/", "#/"));
        ObjectNode definitions = (ObjectNode) MAPPER.readTree(ReportSchema.read()).path("$defs");
        definitions.setAll((ObjectNode) MAPPER.readTree(ReportSchema.ofSizes()).path("$defs"));
        whole.set("$defs", definitions);
        whole.set("components", description().path("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(whole.toString())
                .validate(answer, InputFormat.JSON);
    }

    /** Every described form of a successful answer. */
    private Set<String> described() throws IOException {
        Set<String> forms = new TreeSet<>();
        description().path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> operation.path("responses")
                        .forEachEntry((status, response) -> response.path("content")
                                .propertyNames()
                                .stream()
                                .filter(_ -> status.startsWith("2"))
                                .forEach(form -> forms.add(method + " " + path + " " + status + " " + form)))));
        return forms;
    }

    private JsonNode description() throws IOException {
        return MAPPER.readTree(ApiDescription.read());
    }
}
