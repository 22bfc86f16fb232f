package dev.tare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import dev.tare.report.VulnerabilitiesReport.LayerCounts;
import dev.tare.report.VulnerabilitiesReport.OwnerCounts;
import dev.tare.vulnerability.ImageVulnerabilities;
import dev.tare.vulnerability.Place;
import dev.tare.vulnerability.Severity;
import dev.tare.vulnerability.Vulnerabilities;
import dev.tare.vulnerability.Vulnerability;
import dev.tare.vulnerability.VulnerabilityDifference;
import dev.tare.vulnerability.VulnerabilityDifference.Change;
import dev.tare.vulnerability.VulnerabilityDifference.Reason;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/** Reports the vulnerabilities of images that scanners found. */
final class VulnerabilitiesReporter {

    private static final String NOTE =
            "Tare has no vulnerability database. These vulnerabilities are those in the given "
                    + "reports of scanners, at the time of their scans.";

    private static final String OTHER_SCANNERS = "The reports about the images are of different scanners or formats, "
            + "which may name and rate the same vulnerability differently.";

    private final Vulnerabilities scanned;

    private final List<String> names;

    private final Lists lists;

    /** @param names of the images, in order */
    VulnerabilitiesReporter(Vulnerabilities scanned, List<String> names) {
        this.scanned = scanned;
        this.names = names;
        this.lists = new Lists(names.size());
    }

    /** The report, or {@code null} if no reports are given. */
    @Nullable
    VulnerabilitiesReport report() {
        return this.scanned.isEmpty() ? null
                : new VulnerabilitiesReport(NOTE,
                        IntStream.range(0, this.names.size()).mapToObj(this::image).toList(),
                        IntStream.range(1, this.names.size()).mapToObj(to -> difference(0, to)).toList());
    }

    private VulnerabilitiesReport.Image image(int index) {
        ImageVulnerabilities image = this.scanned.of(index);
        if (image == null) {
            return new VulnerabilitiesReport.Image(index, unknown(index), List.of(), null, Listing.none(),
                    Listing.none(), Listing.none(), Listing.none());
        }
        return new VulnerabilitiesReport.Image(index, null,
                image.reports().stream().map(VulnerabilitiesReporter::report).toList(), counts(image.list()),
                this.lists.of(image.list(), ListLimits.VULNERABILITIES, VulnerabilitiesReporter::item),
                owners(image.list()), layers(image.list()), unlisted(image.list()));
    }

    private String unknown(int index) {
        return "No report of a scanner is about " + this.names.get(index) + ".";
    }

    private static VulnerabilitiesReport.ScannerReport report(ImageVulnerabilities.MatchedReport one) {
        return new VulnerabilitiesReport.ScannerReport(one.file(), one.report().scanner(), one.report().version(),
                one.report().target(), one.evidence(), one.report().findings().size(), one.remark());
    }

    private static VulnerabilitiesReport.Item item(Vulnerability one) {
        return new VulnerabilitiesReport.Item(one.key().id(), one.aliases(), one.severity(),
                one.key().type().isEmpty() ? null : one.key().type(),
                one.key().name().isEmpty() ? null : one.key().name(), one.versions(), one.fixed(),
                one.place().match(), one.place().owner(), one.place().layer());
    }

    private static VulnerabilitiesReport.Counts counts(List<Vulnerability> list) {
        ToLongFunction<Severity> count =
                severity -> list.stream().filter(one -> one.severity() == severity).count();
        return new VulnerabilitiesReport.Counts(list.size(), count.applyAsLong(Severity.CRITICAL),
                count.applyAsLong(Severity.HIGH), count.applyAsLong(Severity.MEDIUM), count.applyAsLong(Severity.LOW),
                count.applyAsLong(Severity.NEGLIGIBLE), count.applyAsLong(Severity.UNKNOWN));
    }

    private Listing<OwnerCounts> owners(List<Vulnerability> list) {
        List<OwnerCounts> all = grouped(list, one -> Optional.ofNullable(one.place().owner())).entrySet()
                .stream()
                .map(one -> new OwnerCounts(one.getKey().orElse(null), counts(one.getValue())))
                .sorted(Comparator.comparing(OwnerCounts::counts, VulnerabilitiesReporter::mostFirst)
                        .thenComparing(one -> Objects.requireNonNullElse(one.owner(), "")))
                .toList();
        return this.lists.of(all, ListLimits.LEDGER, Function.identity());
    }

    private Listing<LayerCounts> layers(List<Vulnerability> list) {
        List<LayerCounts> all = grouped(list, one -> Optional.ofNullable(one.place().layer())).entrySet()
                .stream()
                .map(one -> new LayerCounts(one.getKey().orElse(null), counts(one.getValue())))
                .sorted(Comparator.comparing(LayerCounts::counts, VulnerabilitiesReporter::mostFirst)
                        .thenComparing(one -> Objects.requireNonNullElse(one.layer(), -1)))
                .toList();
        return this.lists.of(all, ListLimits.LEDGER, Function.identity());
    }

    private static <K> Map<K, List<Vulnerability>> grouped(List<Vulnerability> list, Function<Vulnerability, K> key) {
        Map<K, List<Vulnerability>> groups = new LinkedHashMap<>();
        list.forEach(one -> groups.computeIfAbsent(key.apply(one), _ -> new ArrayList<>()).add(one));
        return groups;
    }

    private static int mostFirst(VulnerabilitiesReport.Counts one, VulnerabilitiesReport.Counts other) {
        int order = Long.compare(other.total(), one.total());
        for (Severity severity : Severity.values()) {
            order = order == 0 ? Long.compare(other.of(severity), one.of(severity)) : order;
        }
        return order;
    }

    private Listing<VulnerabilitiesReport.UnlistedPackage> unlisted(List<Vulnerability> list) {
        List<VulnerabilitiesReport.UnlistedPackage> all = grouped(
                list.stream().filter(one -> one.place().match() != Place.Match.FOUND).toList(),
                one -> List.of(one.key().type(), one.key().name())).values()
                .stream()
                .map(VulnerabilitiesReporter::unlistedPackage)
                .sorted(Comparator.comparingLong(VulnerabilitiesReport.UnlistedPackage::vulnerabilities).reversed())
                .toList();
        return this.lists.of(all, ListLimits.PACKAGES, Function.identity());
    }

    private static VulnerabilitiesReport.UnlistedPackage unlistedPackage(List<Vulnerability> all) {
        VulnerabilitiesReport.Item first = item(all.getFirst());
        return new VulnerabilitiesReport.UnlistedPackage(first.packageType(), first.packageName(),
                all.stream().flatMap(one -> one.versions().stream()).distinct().sorted().limit(10).toList(),
                all.getFirst().place().versions(), first.match(), all.size());
    }

    private VulnerabilitiesReport.Difference difference(int from, int to) {
        ImageVulnerabilities before = this.scanned.of(from);
        ImageVulnerabilities after = this.scanned.of(to);
        if (before == null || after == null) {
            return new VulnerabilitiesReport.Difference(from, to, unknown(before == null ? from : to), List.of(),
                    null, null, null, null);
        }
        VulnerabilityDifference difference = VulnerabilityDifference.between(before, after);
        return new VulnerabilitiesReport.Difference(from, to, null,
                sentences(difference, before, this.names.get(from), this.names.get(to)),
                difference.sameScanners() ? null : OTHER_SCANNERS, side(difference.gone()),
                side(difference.added()), unchanged(difference.unchanged()));
    }

    private VulnerabilitiesReport.Side side(List<Change> changes) {
        Map<Reason, Long> reasons = new HashMap<>();
        changes.forEach(change -> reasons.merge(change.reason(), 1L, Long::sum));
        List<Vulnerability> all = changes.stream().map(Change::vulnerability).toList();
        return new VulnerabilitiesReport.Side(counts(all), reasons.getOrDefault(Reason.PACKAGE, 0L),
                reasons.getOrDefault(Reason.VERSION, 0L), reasons.getOrDefault(Reason.REPORT, 0L),
                reasons.getOrDefault(Reason.UNKNOWN, 0L),
                this.lists.of(changes, ListLimits.VULNERABILITIES,
                        one -> new VulnerabilitiesReport.Change(item(one.vulnerability()), one.reason())),
                owners(all), layers(all));
    }

    private VulnerabilitiesReport.Unchanged unchanged(List<Vulnerability> list) {
        return new VulnerabilitiesReport.Unchanged(counts(list),
                this.lists.of(list, ListLimits.VULNERABILITIES, VulnerabilitiesReporter::item), owners(list),
                layers(list));
    }

    private static List<String> sentences(VulnerabilityDifference difference, ImageVulnerabilities before,
            String from, String to) {
        List<String> sentences = new ArrayList<>();
        long leftOut = count(difference.gone(), Reason.PACKAGE);
        if (leftOut > 0) {
            sentences.add("%s of %s of %s %s in packages that %s leaves out.".formatted(Counts.of(leftOut),
                    Counts.of(before.list().size(), "vulnerability", "vulnerabilities"), from,
                    leftOut == 1 ? "is" : "are",
                    to));
        }
        sentences.add("In %s, %s gone, %s new and %s unchanged.".formatted(to,
                Counts.of(difference.gone().size(), "vulnerability is", "vulnerabilities are"),
                Counts.of(difference.added().size(), "is", "are"),
                Counts.of(difference.unchanged().size(), "is", "are")));
        long reports = count(difference.gone(), Reason.REPORT) + count(difference.added(), Reason.REPORT);
        if (reports > 0) {
            sentences.add(Counts.of(reports, "vulnerability differs", "vulnerabilities differ")
                    + " although both images have the same version of the package, so the reports differ.");
        }
        return sentences;
    }

    private static long count(List<Change> changes, Reason reason) {
        return changes.stream().filter(change -> change.reason() == reason).count();
    }
}
