package dev.tare.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import dev.tare.catalog.KeptComparison;
import dev.tare.job.Job;
import dev.tare.policy.Policy;
import dev.tare.report.ComparisonReport;
import dev.tare.web.request.PolicyAddress;
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

/** Comparisons in the API. {@code FormatMappings} adds the formats of reports to the mappings. */
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

    @PostMapping
    ResponseEntity<ComparisonReport> compare(HttpServletRequest request, PolicyParameters policy,
            @RequestHeader(name = "Prefer", defaultValue = "") String preference) throws IOException {
        return switch (this.upload.compare(request, policy.toPolicy(), false)) {
            case Upload.Begun(Job job) -> accepted(job);
            case Upload.Compared(KeptComparison kept, Policy all) -> {
                ResponseEntity.BodyBuilder response = ResponseEntity
                        .created(PolicyAddress.of("/api/comparisons/" + kept.id(), all));
                yield preference.equals("return=minimal") ? response.header("Preference-Applied", preference).build()
                        : response.body(this.comparisons.report(request, kept, all));
            }
        };
    }

    @GetMapping("/{id}")
    ResponseEntity<ComparisonReport> get(HttpServletRequest request, @PathVariable String id, PolicyParameters policy) {
        return ResponseEntity.ok().body(this.comparisons.report(request, this.comparisons.get(id), policy.toPolicy()));
    }

    /** A job has no report yet, so this answer has no body. */
    private static ResponseEntity<ComparisonReport> accepted(Job job) {
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + job.id())).build();
    }
}
