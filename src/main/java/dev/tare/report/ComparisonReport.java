package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.policy.Policy;
import dev.tare.policy.check.Verdict;
import dev.tare.vulnerability.Vulnerabilities;
import org.jspecify.annotations.Nullable;

/**
 * The report of one or more images: the facts for page, JSON, Markdown and text. Its JSON form is stable: names do not change
 * and are not removed while {@code schemaVersion} stays the same. Every size is a number of bytes, and its name states
 * the kind of size. Digests are strings. An unknown value is {@code null}, and the reason stands beside it. Lists that
 * can grow large are {@linkplain Listing cut} and state by how much.
 *
 * @param schemaVersion version of the JSON schema that the document follows
 * @param verdict       FAIL if a rule or the check gate fails, UNKNOWN if a rule cannot be judged, otherwise PASS
 * @param images        in the given order; the first is the reference for the others
 * @param sharing       one for each image of two or more
 * @param layers        every layer of every image once, in the order of the images
 * @param matrix        the images side by side
 * @param differences   one for each image but the first, relative to the first; a page has only the requested pair
 * @param vulnerabilities {@code null} if no reports of scanners are given
 */
public record ComparisonReport(int schemaVersion, Verdict verdict, List<ImageReport> images, List<Sharing> sharing,
        List<LayerPresence> layers, MatrixReport matrix, List<DifferenceReport> differences, PolicyReport policy,
        @Nullable VulnerabilitiesReport vulnerabilities) {

    /** The version of the JSON schema that this version of Tare writes. */
    public static final int SCHEMA_VERSION = 2;

    public ComparisonReport {
        images = List.copyOf(images);
        sharing = List.copyOf(sharing);
        layers = List.copyOf(layers);
        differences = List.copyOf(differences);
    }

    /** Reports a comparison without a policy. */
    public static ComparisonReport of(Comparison comparison) {
        return of(comparison, Policy.NONE, Vulnerabilities.NONE);
    }

    /** Reports a comparison and its verdict under a policy. */
    public static ComparisonReport of(Comparison comparison, Policy policy) {
        return of(comparison, policy, Vulnerabilities.NONE);
    }

    /** The same with reports of scanners about the images. */
    public static ComparisonReport of(Comparison comparison, Policy policy, Vulnerabilities scanned) {
        List<DifferenceReport> differences = IntStream.range(1, comparison.images().size())
                .mapToObj(i -> DifferenceReport.between(comparison, 0, i))
                .toList();
        return ComparisonFacts.of(comparison).report(comparison, policy, differences, scanned);
    }

    /** The same facts as the report of an image, or {@code null} if there are several images. */
    public @Nullable InspectionReport ofOneImage() {
        return this.images.size() > 1 ? null
                : new InspectionReport(this.schemaVersion, this.verdict, this.images.getFirst(), this.policy,
                        this.vulnerabilities);
    }

    /**
     * The report about one of its images. Of several images, the others, budgets and required checks are left out.
     */
    public ComparisonReport only(int image) {
        if (this.images.size() == 1) {
            return this;
        }
        return new ComparisonReport(this.schemaVersion, this.verdict, List.of(this.images.get(image).alone()),
                List.of(), List.of(), MatrixReport.NONE, List.of(),
                new PolicyReport(List.of(), null, List.of(), List.of()), null);
    }

    /**
     * The layers that an image shares with the others of the comparison, by diff ID, and the layers that it has alone.
     *
     * @param image                    index of the image
     * @param sharedUncompressedBytes  of layers that at least one other image has
     * @param uniqueUncompressedBytes  of layers that no other image has
     * @param sharedCompressedBytes    of blobs that a node with the other images need not pull; {@code null} if unknown
     * @param uniqueCompressedBytes    of blobs that this node must still pull; {@code null} if unknown
     * @param compressedUnknownBecause why one of them is unknown; {@code null} if both are known
     */
    public record Sharing(int image, int sharedLayers, int uniqueLayers, long sharedUncompressedBytes,
            long uniqueUncompressedBytes, @Nullable Long sharedCompressedBytes, @Nullable Long uniqueCompressedBytes,
            @Nullable String compressedUnknownBecause) {}

    /**
     * A layer and the images that have it.
     *
     * @param compressedBytes {@code null} if no image stores it compressed
     * @param images          indexes of the images that have it, ascending
     */
    public record LayerPresence(String diffId, long uncompressedBytes, @Nullable Long compressedBytes,
            List<Integer> images) {}
}
