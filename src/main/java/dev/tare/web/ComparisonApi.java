package dev.tare.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import dev.tare.catalog.Catalog;
import dev.tare.comparison.Comparison;
import dev.tare.policy.Budgets;
import dev.tare.report.ComparisonReport;
import dev.tare.report.JsonReport;
import dev.tare.report.MarkdownReport;
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

    private final Catalog catalog;

    ComparisonApi(Comparisons comparisons, ArchiveUpload upload, Catalog catalog) {
        this.comparisons = comparisons;
        this.upload = upload;
        this.catalog = catalog;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<ComparisonSummary> list() {
        return this.comparisons.recent();
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> compare(HttpServletRequest request, BudgetParameters budgets,
            @RequestHeader(name = "Prefer", defaultValue = "") String preference) throws IOException {
        Budgets wanted = budgets.toBudgets();
        Comparison comparison = this.upload.compare(request);
        ResponseEntity.BodyBuilder response = created(comparison);
        return preference.equals("return=minimal") ? response.header("Preference-Applied", preference).build()
                : response.body(JsonReport.write(ComparisonReport.of(comparison, wanted)));
    }

    @PostMapping(produces = MediaType.TEXT_MARKDOWN_VALUE)
    ResponseEntity<String> compareInMarkdown(HttpServletRequest request, BudgetParameters budgets) throws IOException {
        Budgets wanted = budgets.toBudgets();
        Comparison comparison = this.upload.compare(request);
        return created(comparison).body(MarkdownReport.write(ComparisonReport.of(comparison, wanted)));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String get(@PathVariable String id, BudgetParameters budgets) {
        return JsonReport.write(this.comparisons.report(id, budgets.toBudgets()));
    }

    @GetMapping(path = "/{id}", produces = MediaType.TEXT_MARKDOWN_VALUE)
    String getInMarkdown(@PathVariable String id, BudgetParameters budgets) {
        return MarkdownReport.write(this.comparisons.report(id, budgets.toBudgets()));
    }

    private ResponseEntity.BodyBuilder created(Comparison comparison) {
        return ResponseEntity.created(URI.create("/api/comparisons/" + this.catalog.keep(comparison).id()));
    }
}
