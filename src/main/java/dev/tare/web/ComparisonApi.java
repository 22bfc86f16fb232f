package dev.tare.web;

import java.io.IOException;
import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.JsonReport;
import dev.tare.report.MarkdownReport;
import dev.tare.web.request.PolicyParameters;
import dev.tare.web.upload.ArchiveUpload;
import dev.tare.web.upload.Upload;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Comparisons for programs. */
@RestController
@RequestMapping("/api/comparisons")
class ComparisonApi {

    private final Comparisons comparisons;

    private final ArchiveUpload upload;

    ComparisonApi(Comparisons comparisons, ArchiveUpload upload) {
        this.comparisons = comparisons;
        this.upload = upload;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<ComparisonSummary> list() {
        return this.comparisons.recent();
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> compare(HttpServletRequest request, PolicyParameters policy,
            @RequestHeader(name = "Prefer", defaultValue = "") String preference) throws IOException {
        Upload uploaded = this.upload.compare(request, policy.toPolicy());
        ResponseEntity.BodyBuilder response = created(uploaded);
        return preference.equals("return=minimal") ? response.header("Preference-Applied", preference).build()
                : response.body(JsonReport.write(report(uploaded)));
    }

    @PostMapping(produces = MediaType.TEXT_MARKDOWN_VALUE)
    ResponseEntity<String> compareInMarkdown(HttpServletRequest request, PolicyParameters policy) throws IOException {
        Upload uploaded = this.upload.compare(request, policy.toPolicy());
        return created(uploaded).body(MarkdownReport.write(report(uploaded)));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String get(@PathVariable String id, PolicyParameters policy) {
        return JsonReport.write(this.comparisons.report(id, policy.toPolicy()));
    }

    @GetMapping(path = "/{id}", produces = MediaType.TEXT_MARKDOWN_VALUE)
    String getInMarkdown(@PathVariable String id, PolicyParameters policy) {
        return MarkdownReport.write(this.comparisons.report(id, policy.toPolicy()));
    }

    private static ComparisonReport report(Upload uploaded) {
        return ComparisonReport.of(uploaded.comparison(), uploaded.policy());
    }

    private static ResponseEntity.BodyBuilder created(Upload uploaded) {
        return ResponseEntity
                .created(PolicyAddress.of("/api/comparisons/" + uploaded.id(), uploaded.policy().waivers()));
    }
}
