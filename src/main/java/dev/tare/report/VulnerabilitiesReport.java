package dev.tare.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.vulnerability.Place;
import dev.tare.vulnerability.ScanReport;
import dev.tare.vulnerability.Severity;
import dev.tare.vulnerability.VulnerabilityDifference;
import org.jspecify.annotations.Nullable;

/**
 * The vulnerabilities that scanners report, with the packages in which Tare found them.
 *
 * @param note        a sentence about the source of the vulnerabilities
 * @param images      one for each image, in order
 * @param differences one for each image but the first, relative to the first
 */
public record VulnerabilitiesReport(String note, List<Image> images, List<Difference> differences) {

    public VulnerabilitiesReport {
        images = List.copyOf(images);
        differences = List.copyOf(differences);
    }

    /** The vulnerabilities of one image. They are unknown, and the lists are empty, if no report is about it. */
    public record Image(int image, @Nullable String unknownBecause, List<ScannerReport> reports,
            @Nullable Counts counts, Listing<Item> items, Listing<OwnerCounts> owners, Listing<LayerCounts> layers,
            Listing<UnlistedPackage> unlistedPackages) {

        public Image {
            reports = List.copyOf(reports);
        }
    }

    /**
     * A report of a scanner.
     *
     * @param file     as given
     * @param version  of the scanner; {@code null} if the report does not state it
     * @param target   the name of the image in the report; {@code null} if it does not state one
     * @param evidence DIGEST, LAYERS, or NAME if only the user states that the report is about the image
     * @param remark   a doubt about the match, or {@code null}
     */
    public record ScannerReport(String file, String scanner, @Nullable String version, @Nullable String target,
            ScanReport.Evidence evidence, long findings, @Nullable String remark) {}

    /** Numbers of vulnerabilities. The total is the sum of the others. */
    public record Counts(long total, long critical, long high, long medium, long low, long negligible, long unknown) {

        /** The number of one severity. */
        public long of(Severity severity) {
            return switch (severity) {
                case CRITICAL -> this.critical;
                case HIGH -> this.high;
                case MEDIUM -> this.medium;
                case LOW -> this.low;
                case NEGLIGIBLE -> this.negligible;
                case UNKNOWN -> this.unknown;
            };
        }
    }

    /**
     * A vulnerability of a package.
     *
     * @param id              the CVE if it is known
     * @param aliases         other identifiers
     * @param packageType     of a package URL, such as {@code deb}; {@code null} if the report does not state it
     * @param packageName     with its namespace; {@code null} if the report names no package
     * @param packageVersions in the reports
     * @param fixedVersions   as the reports state them
     * @param match           FOUND, OTHER_VERSION, FILE_ONLY or NOT_FOUND: whether Tare found the package in the image
     * @param owner           the part of the breakdown that owns the package; {@code null} if it was not found
     * @param layer           the lowest layer with the package; {@code null} if it was not found
     */
    public record Item(String id, List<String> aliases, Severity severity, @Nullable String packageType,
            @Nullable String packageName, List<String> packageVersions, List<String> fixedVersions, Place.Match match,
            @Nullable String owner, @Nullable Integer layer) {

        public Item {
            aliases = List.copyOf(aliases);
            packageVersions = List.copyOf(packageVersions);
            fixedVersions = List.copyOf(fixedVersions);
        }
    }

    /**
     * The vulnerabilities in one part of the breakdown.
     *
     * @param owner chapter and line; {@code null} for packages that Tare did not find
     */
    public record OwnerCounts(@Nullable String owner, Counts counts) {}

    /**
     * The vulnerabilities in one layer.
     *
     * @param layer index; {@code null} for packages that Tare did not find
     */
    public record LayerCounts(@Nullable Integer layer, Counts counts) {}

    /**
     * A package in a report that Tare does not list, at least not with this version.
     *
     * @param name           {@code null} if the report names no package
     * @param versions       in the reports
     * @param foundVersions  that Tare found; empty if it found no package of this name
     * @param vulnerabilities in this package
     */
    public record UnlistedPackage(@Nullable String type, @Nullable String name, List<String> versions,
            List<String> foundVersions, Place.Match match, long vulnerabilities) {

        public UnlistedPackage {
            versions = List.copyOf(versions);
            foundVersions = List.copyOf(foundVersions);
        }
    }

    /**
     * The difference between two images.
     *
     * @param from           index of the first image
     * @param to             index of the second image
     * @param unknownBecause why they are not compared; {@code null} if they are
     * @param sentences      the difference in words
     * @param remark         a doubt about the difference, or {@code null}
     * @param gone           that only the first image has; {@code null} if it is unknown
     * @param added          that only the second image has; {@code null} if it is unknown
     * @param unchanged      that both have, as in the second image; {@code null} if it is unknown
     */
    public record Difference(int from, int to, @Nullable String unknownBecause, List<String> sentences,
            @Nullable String remark, @Nullable Side gone, @Nullable Side added, @Nullable Unchanged unchanged) {

        public Difference {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * The vulnerabilities that only one of two images has.
     *
     * @param withoutPackage  the other image does not have the package
     * @param otherVersion    the other image has another version of the package
     * @param sameVersion     the other image has the same version, so the reports differ
     * @param unknown         Tare lists the package in neither image, or its version in one of them is unknown
     * @param items           the most severe first
     * @param owners          by part of the breakdown of the image that has them
     * @param layers          of this image
     */
    public record Side(Counts counts, long withoutPackage, long otherVersion, long sameVersion, long unknown,
            Listing<Change> items, Listing<OwnerCounts> owners, Listing<LayerCounts> layers) {}

    /**
     * The vulnerabilities that both of two images have, with severities, packages and places in the second image.
     *
     * @param items  the most severe first
     * @param owners by part of the breakdown
     */
    public record Unchanged(Counts counts, Listing<Item> items, Listing<OwnerCounts> owners,
            Listing<LayerCounts> layers) {}

    /** All doubts about the reports and the differences, for people. */
    public List<String> remarks() {
        return Stream.concat(this.images.stream()
                .flatMap(image -> image.reports().stream())
                .filter(report -> report.remark() != null)
                .map(report -> report.file() + ": " + report.remark()),
                this.differences.stream().map(Difference::remark).filter(Objects::nonNull).map(String::valueOf))
                .distinct()
                .toList();
    }

    /** A vulnerability that only one of two images has, and what Tare knows about its package in the other one. */
    public record Change(Item vulnerability, VulnerabilityDifference.Reason reason) {}
}
