package dev.tare.web;

import java.util.List;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.KeptComparison;
import dev.tare.comparison.Comparison;
import dev.tare.inspection.Inspection;
import dev.tare.policy.Policy;
import dev.tare.report.ComparisonReport;
import dev.tare.report.DifferenceReport;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reports of the comparisons in the catalog, the same for page and API. */
@Component
class Comparisons {

    private final Catalog catalog;

    Comparisons(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The comparison with an identifier.
     *
     * @throws NoSuchComparisonException if the catalog does not have it
     */
    KeptComparison get(String id) {
        KeptComparison kept = this.catalog.find(id);
        if (kept == null) {
            throw new NoSuchComparisonException();
        }
        return kept;
    }

    /** One of the images of a comparison. */
    Inspection image(String id, int index) {
        List<Inspection> images = get(id).comparison().images();
        if (index < 0 || index >= images.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return images.get(index);
    }

    ComparisonReport report(String id, Policy policy) {
        return ComparisonReport.of(get(id).comparison(), policy);
    }

    ComparisonPage page(String id, View view, Policy policy) {
        Comparison comparison = get(id).comparison();
        int from = view.fromImage(comparison.images().size());
        int to = view.toImage(comparison.images().size());
        ComparisonReport report = ComparisonReport.of(comparison, policy);
        return ComparisonPage.of(id, report, difference(comparison, report, from, to), view, waive(policy));
    }

    private static List<String> waive(Policy policy) {
        return policy.waivers().stream().map(waiver -> waiver.check() + "=" + waiver.reason()).toList();
    }

    List<ComparisonSummary> recent() {
        return this.catalog.recent().stream().map(ComparisonSummary::of).toList();
    }

    /** The report already has the differences from the first image. */
    private static DifferenceReport difference(Comparison comparison, ComparisonReport report, int from, int to) {
        if (from == 0 && to > 0) {
            return report.differences().get(to - 1);
        }
        return DifferenceReport.between(comparison, from, to);
    }
}
