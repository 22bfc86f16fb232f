package dev.tare.web;

import java.io.IOException;

import dev.tare.report.JsonReport;
import dev.tare.report.MarkdownReport;
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

/** Comparisons for people. */
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
        Upload uploaded = this.upload.compare(request, policy.toPolicy());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(PolicyAddress.of("/comparisons/" + uploaded.id(), uploaded.policy().waivers()))
                .build();
    }

    @GetMapping("/comparisons/{id}")
    String show(@PathVariable String id, View view, PolicyParameters policy, Model model) {
        model.addAttribute("page", this.comparisons.page(id, view, policy.toPolicy()));
        return "comparison";
    }

    @GetMapping(path = "/comparisons/{id}/report.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> json(@PathVariable String id, PolicyParameters policy) {
        return download(id, ".json", JsonReport.write(this.comparisons.report(id, policy.toPolicy())));
    }

    @GetMapping(path = "/comparisons/{id}/report.md", produces = MediaType.TEXT_MARKDOWN_VALUE)
    ResponseEntity<String> markdown(@PathVariable String id, PolicyParameters policy) {
        return download(id, ".md", MarkdownReport.write(this.comparisons.report(id, policy.toPolicy())));
    }

    private static ResponseEntity<String> download(String id, String extension, String content) {
        ContentDisposition disposition = ContentDisposition.attachment().filename("tare-" + id + extension).build();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString()).body(content);
    }
}
