package dev.tare.web;

import java.io.IOException;
import java.net.URI;

import dev.tare.catalog.Catalog;
import dev.tare.policy.Budgets;
import dev.tare.report.JsonReport;
import dev.tare.report.MarkdownReport;
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

    private final Catalog catalog;

    ComparisonController(Comparisons comparisons, ArchiveUpload upload, Catalog catalog) {
        this.comparisons = comparisons;
        this.upload = upload;
        this.catalog = catalog;
    }

    @PostMapping("/comparisons")
    ResponseEntity<Void> compare(HttpServletRequest request) throws IOException {
        String id = this.catalog.keep(this.upload.compare(request)).id();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/comparisons/" + id)).build();
    }

    @GetMapping("/comparisons/{id}")
    String show(@PathVariable String id, View view, Model model) {
        model.addAttribute("page", this.comparisons.page(id, view));
        return "comparison";
    }

    @GetMapping(path = "/comparisons/{id}/report.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> json(@PathVariable String id) {
        return download(id, ".json", JsonReport.write(this.comparisons.report(id, Budgets.NONE)));
    }

    @GetMapping(path = "/comparisons/{id}/report.md", produces = MediaType.TEXT_MARKDOWN_VALUE)
    ResponseEntity<String> markdown(@PathVariable String id) {
        return download(id, ".md", MarkdownReport.write(this.comparisons.report(id, Budgets.NONE)));
    }

    private static ResponseEntity<String> download(String id, String extension, String content) {
        ContentDisposition disposition = ContentDisposition.attachment().filename("tare-" + id + extension).build();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString()).body(content);
    }
}
