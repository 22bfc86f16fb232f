package dev.tare.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import dev.tare.catalog.KeptComparison;
import dev.tare.job.Job;
import dev.tare.policy.Policy;
import dev.tare.report.ComparisonReport;
import dev.tare.report.output.ReportFormat;
import dev.tare.web.request.PolicyAddress;
import dev.tare.web.request.PolicyParameters;
import dev.tare.web.upload.ArchiveUpload;
import dev.tare.web.upload.Upload;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;

/** Pages of comparisons. */
@Controller
class ComparisonController {

    private final Comparisons comparisons;

    private final ArchiveUpload upload;

    ComparisonController(Comparisons comparisons, ArchiveUpload upload) {
        this.comparisons = comparisons;
        this.upload = upload;
    }

    @PostMapping("/comparisons")
    ResponseEntity<Void> compare(HttpServletRequest request, PolicyParameters policy) throws IOException {
        URI address = switch (this.upload.compare(request, policy.toPolicy(), true)) {
            case Upload.Compared(KeptComparison kept, Policy all) -> PolicyAddress.of("/comparisons/" + kept.id(), all);
            case Upload.Begun(Job job) -> URI.create("/jobs/" + job.id());
        };
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }

    @GetMapping("/comparisons/{id}")
    String show(HttpServletRequest request, @PathVariable String id, View view, PolicyParameters policy,
            Model model) {
        model.addAttribute("page",
                this.comparisons.page(request, this.comparisons.get(id), view, policy.toPolicy()));
        return "comparison";
    }

    /** Builds no report. */
    @RequestMapping(path = "/comparisons/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> head(@PathVariable String id, View view, PolicyParameters policy) {
        int images = this.comparisons.get(id).comparison().images().size();
        view.fromImage(images);
        view.toImage(images);
        PolicyParameters.checkImages(policy.toPolicy(), images);
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)).build();
    }

    @GetMapping("/comparisons/{id}/report.{extension}")
    ResponseEntity<ComparisonReport> download(HttpServletRequest request, @PathVariable String id,
            @PathVariable String extension, PolicyParameters policy) {
        ReportFormat format = Stream.of(ReportFormat.values())
                .filter(candidate -> candidate.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition disposition =
                ContentDisposition.attachment().filename("tare-" + id + "." + extension).build();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(this.comparisons.report(request, this.comparisons.get(id), policy.toPolicy()));
    }
}
