package dev.tare.web;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.KeptComparison;
import dev.tare.catalog.ReportQueue;
import dev.tare.inspection.Inspection;
import dev.tare.policy.Policy;
import dev.tare.report.ComparisonReport;
import dev.tare.web.ReportCache.Pair;
import dev.tare.web.ReportCache.Parts;
import dev.tare.web.connection.ClientAddress;
import dev.tare.web.request.PolicyAddress;
import dev.tare.web.request.PolicyParameters;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reports of the comparisons in the catalog, the same for page and API. */
@Component
public class Comparisons {

    private final Catalog catalog;

    private final ReportCache reports;

    Comparisons(Catalog catalog, ReportQueue queue) {
        this.catalog = catalog;
        this.reports = new ReportCache(queue, catalog.reportCapacity());
    }

    /**
     * The comparison with an identifier.
     *
     * @throws NoSuchComparisonException if the catalog does not have it
     */
    public KeptComparison get(String id) {
        KeptComparison kept = this.catalog.find(id);
        if (kept == null) {
            throw new NoSuchComparisonException();
        }
        return kept;
    }

    /** One of the images of a comparison. */
    Inspection image(String id, int index) {
        List<Inspection> images = get(id).comparison().graded();
        if (index < 0 || index >= images.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return images.get(index);
    }

    /**
     * The report with the differences from the first image to each other one, or {@code null} for a request that needs
     * no body.
     *
     * @throws dev.tare.web.request.InvalidParameterException if the policy needs more images
     */
    @Nullable
    ComparisonReport report(HttpServletRequest request, KeptComparison kept, Policy policy) {
        PolicyParameters.checkImages(policy, kept.comparison().images().size());
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return null;
        }
        return report(request, kept, policy,
                IntStream.range(1, kept.comparison().images().size()).mapToObj(to -> new Pair(0, to)).toList());
    }

    private ComparisonReport report(HttpServletRequest request, KeptComparison kept, Policy policy, List<Pair> pairs) {
        Parts parts = this.reports.parts(ClientAddress.of(request), kept, pairs);
        if (parts.turn() != null) {
            HeldHeap.holdUntilEnd(request, parts.turn());
        }
        return parts.facts().report(kept.comparison(), policy, parts.differences());
    }

    /**
     * The report without a policy, with the differences of one pair.
     *
     * @param from index of the first image
     * @param to   index of the second image
     */
    public ComparisonReport report(HttpServletRequest request, KeptComparison kept, int from, int to) {
        return report(request, kept, Policy.NONE, List.of(new Pair(from, to)));
    }

    /** The page with the differences of one pair, or of one image without differences. Others are not calculated. */
    ComparisonPage page(HttpServletRequest request, KeptComparison kept, View view, Policy policy) {
        int images = kept.comparison().images().size();
        PolicyParameters.checkImages(policy, images);
        int from = view.fromImage(images);
        int to = view.toImage(images);
        ComparisonReport report =
                report(request, kept, policy, from == to ? List.of() : List.of(new Pair(from, to)));
        return ComparisonPage.of(kept.id(), report, view, PolicyAddress.waive(policy));
    }

    /** The number of parts of reports that were built. */
    long built() {
        return this.reports.built();
    }

    List<ComparisonSummary> recent() {
        return this.catalog.recent().stream().map(ComparisonSummary::of).toList();
    }
}
