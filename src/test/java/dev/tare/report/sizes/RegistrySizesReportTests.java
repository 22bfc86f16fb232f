package dev.tare.report.sizes;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import dev.tare.image.StatedBase;
import dev.tare.limits.ByteSize;
import dev.tare.policy.CompressedBudgets;
import dev.tare.policy.GrowthLimit;
import dev.tare.policy.check.Verdict;
import dev.tare.registry.ImageReference;
import dev.tare.registry.Traffic;
import dev.tare.report.output.ReportFormat;
import dev.tare.sizes.ManifestSizes;
import dev.tare.sizes.ReferenceSizes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.tare.fixture.Golden.assertGolden;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class RegistrySizesReportTests {

    private static final String AMD64 = "linux/amd64";

    private static final String ARM64 = "linux/arm64";

    private static final CompressedBudgets BUDGETS =
            new CompressedBudgets(ByteSize.parse("100MB"), GrowthLimit.parse("5%"));

    @Test
    void textHasGoldenForm() throws IOException {
        assertGolden("sizes.txt", write(ReportFormat.TEXT, three()));
    }

    @Test
    void markdownHasGoldenForm() throws IOException {
        assertGolden("sizes.md", write(ReportFormat.MARKDOWN, three()));
    }

    @Test
    void jsonHasGoldenForm() throws IOException {
        assertGolden("sizes.json", write(ReportFormat.JSON, three()));
    }

    @Test
    void textOfAllPlatformsHasGoldenForm() throws IOException {
        assertGolden("sizes-platforms.txt", write(ReportFormat.TEXT, platforms()));
    }

    @Test
    void markdownOfAllPlatformsHasGoldenForm() throws IOException {
        assertGolden("sizes-platforms.md", write(ReportFormat.MARKDOWN, platforms()));
    }

    @Test
    void growthAndPullsAreThoseOfTheLayers() {
        RegistrySizesReport.OnPlatform row = three().platforms().getFirst();
        assertThat(row.images()).extracting(RegistrySizesReport.Entry::compressedBytes)
                .containsExactly(90_000_000L, 101_000_000L, 40_000_000L);
        assertThat(row.images()).extracting(RegistrySizesReport.Entry::growthBytes)
                .containsExactly(null, 11_000_000L, null);
        assertThat(row.pulls()).hasSize(6)
                .contains(new RegistrySizesReport.Pull(0, 1, 21_000_000, 80_000_000, 1),
                        new RegistrySizesReport.Pull(1, 0, 10_000_000, 80_000_000, 1),
                        new RegistrySizesReport.Pull(0, 2, 40_000_000, 0, 0));
        assertThat(row.sharedLayers()).singleElement()
                .isEqualTo(new RegistrySizesReport.SharedLayer(digest("base").toString(), 80_000_000, List.of(0, 1)));
    }

    @Test
    void budgetsJudgeTheSizeOfEachImageAndTheGrowthOfTheOthers() {
        RegistrySizesReport report = three();
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.budgets()).hasSize(5);
        assertThat(report.budgets()).filteredOn(finding -> finding.verdict() == Verdict.FAIL)
                .extracting(finding -> finding.budget() + " " + finding.image() + " " + finding.limitBytes())
                .containsExactly("max-compressed 1 100000000", "max-growth 1 94500000");
        assertThat(report.budgets().get(1).evidence()).contains("1,000,000 more than the allowed 100,000,000");
        assertThat(report.budgets().get(2).evidence()).contains("11,000,000 more than the first image",
                "6,500,000 more than the allowed 94,500,000");
    }

    @Test
    void growthInBytesIsJudgedOnEachPlatform() {
        CompressedBudgets budgets = new CompressedBudgets(null, GrowthLimit.parse("5MB"));
        RegistrySizesReport report =
                RegistrySizesReporter.report(List.of("app:1", "app:2"), images(), true, budgets, new Traffic());
        assertThat(report.budgets()).extracting(finding -> finding.platform() + " " + finding.verdict())
                .containsExactly("linux/amd64 FAIL", "linux/s390x UNKNOWN");
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void imagesForDifferentPlatformsAreNotCompared() {
        RegistrySizesReport report = three();
        assertThat(report.budgets()).filteredOn(finding -> finding.verdict() == Verdict.UNKNOWN)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.limitBytes()).isNull();
                    assertThat(finding.evidence()).contains("is " + ARM64, "is " + AMD64);
                });
        assertThat(write(ReportFormat.TEXT, report)).contains("different platforms");
    }

    @Test
    void growthThatNoImageHasIsUnknown() {
        RegistrySizesReport report = RegistrySizesReporter.report(List.of("app:1", "app:2"),
                List.of(reference("app:1", sizes(AMD64, null, layer("base", 1))),
                        reference("app:2", sizes(ARM64, null, layer("base", 1)))),
                true, BUDGETS, new Traffic());
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.budgets()).last()
                .satisfies(finding -> assertThat(finding.evidence()).startsWith(ARM64 + ": the first image does not "));
    }

    @Test
    void numberOfOtherPlatformsIsThatOfAll() {
        ManifestSizes sizes = sizes(AMD64, null, layer("base", 1), layer("base", 1));
        RegistrySizesReport report = RegistrySizesReporter.report(List.of("app:1"),
                List.of(new ReferenceSizes(ImageReference.parse("app:1"), digest("index"), List.of(sizes),
                        IntStream.range(0, 3_000).mapToObj(i -> Platform.parse("linux/p" + i)).toList())),
                false, CompressedBudgets.NONE, new Traffic());
        assertThat(report.images().getFirst().otherPlatforms()).hasSize(100);
        assertThat(write(ReportFormat.TEXT, report)).containsPattern("3,000\\s+other\\s+platforms")
                .containsPattern("and\\s+2,980\\s+more");
        assertThat(report.platforms().getFirst().images().getFirst().layers()).isEqualTo(1);
    }

    @Test
    void platformThatOnlyOneImageHasIsNotCompared() {
        RegistrySizesReport report = platforms();
        assertThat(report.platforms()).extracting(RegistrySizesReport.OnPlatform::platform)
                .containsExactly("linux/amd64", "linux/arm64", "linux/s390x");
        assertThat(report.platforms().get(1).images()).extracting(RegistrySizesReport.Entry::index).containsExactly(0);
        assertThat(report.platforms().get(2).images()).singleElement()
                .satisfies(only -> assertThat(only.growthBytes()).isNull());
    }

    @Test
    void secretsAreMaskedInAllFormats() {
        String token = "ghp_" + "a1B2c3D4e5F6g7H8i9J0a1B2c3D4e5" + "2t2c4v";
        ReferenceSizes image = reference("app:1", new ManifestSizes(Platform.parse(AMD64), digest("m"), config(),
                List.of(layer("a", 1)), new StatedBase("debian:" + token, null, StatedBase.Place.LABEL),
                new ManifestSizes.Details(null, List.of("/app", "--password", "geheim123"), List.of(token), token),
                null));
        RegistrySizesReport report =
                RegistrySizesReporter.report(List.of("app:" + token), List.of(image), false, CompressedBudgets.NONE,
                        new Traffic());
        Stream.of(ReportFormat.values())
                .forEach(format -> assertThat(write(format, report)).doesNotContain(token, "geheim123"));
    }

    @Test
    void markdownOfManyImagesFitsIntoAComment() {
        List<ReferenceSizes> images = IntStream.range(0, 50)
                .mapToObj(i -> reference("app:" + i, sizes(AMD64, null, layer("base", 1_000), layer("l" + i, i))))
                .toList();
        RegistrySizesReport report =
                RegistrySizesReporter.report(IntStream.range(0, 50).mapToObj(i -> "registry/app:" + i).toList(),
                        images, false, BUDGETS, new Traffic());
        assertThat(write(ReportFormat.MARKDOWN, report)).hasSizeLessThan(65_000);
        assertThat(write(ReportFormat.TEXT, report)).containsPattern("JSON\\s+has\\s+each\\s+pair");
        assertThat(report.platforms().getFirst().pulls()).hasSize(50 * 49);
    }

    private static RegistrySizesReport three() {
        ManifestSizes first = sizes(AMD64, new StatedBase("docker.io/library/debian:13", digest("debian").toString(),
                StatedBase.Place.MANIFEST), layer("base", 80_000_000), layer("app 1", 10_000_000));
        ManifestSizes second = sizes(AMD64, new StatedBase("debian:13", null, StatedBase.Place.LABEL),
                layer("base", 80_000_000), layer("app 2", 21_000_000), layer("app 2", 21_000_000));
        ManifestSizes third = new ManifestSizes(Platform.parse(ARM64), digest("third"), config(),
                List.of(layer("small", 40_000_000)), null, null, "The config is missing.");
        return RegistrySizesReporter.report(
                List.of("registry.example.com/app:1.0", "registry.example.com/app:1.1", "small|x`:1"),
                List.of(reference("app:1.0", first),
                        new ReferenceSizes(ImageReference.parse("app:1.1"), digest("index"), List.of(second),
                                List.of(Platform.parse(ARM64))),
                        reference("small:1", third)),
                false, BUDGETS, new Traffic());
    }

    private static RegistrySizesReport platforms() {
        return RegistrySizesReporter.report(List.of("app:1.0", "app:1.1"), images(), true, CompressedBudgets.NONE,
                new Traffic());
    }

    private static List<ReferenceSizes> images() {
        return List.of(
                new ReferenceSizes(ImageReference.parse("app:1"), digest("one"),
                        List.of(sizes(AMD64, null, layer("base", 80_000_000)),
                                sizes(ARM64, null, layer("arm", 70_000_000))),
                        List.of()),
                new ReferenceSizes(ImageReference.parse("app:2"), digest("two"),
                        List.of(sizes("linux/s390x", null, layer("s390x", 60_000_000)),
                                sizes(AMD64, null, layer("base", 80_000_000), layer("new", 9_000_000))),
                        List.of()));
    }

    private static ReferenceSizes reference(String name, ManifestSizes sizes) {
        return new ReferenceSizes(ImageReference.parse(name), sizes.manifest(), List.of(sizes), List.of());
    }

    private static ManifestSizes sizes(String platform, @Nullable StatedBase base, Descriptor... layers) {
        return new ManifestSizes(Platform.parse(platform), digest(platform + List.of(layers)), config(),
                new ArrayList<>(List.of(layers)), base,
                new ManifestSizes.Details(Instant.parse("2026-01-02T03:04:05Z"), List.of("/app/run", "--serve"),
                        List.of(), ""),
                null);
    }

    private static Descriptor config() {
        return new Descriptor(MediaType.OCI_CONFIG, digest("config"), 500, Map.of(), null);
    }

    private static Descriptor layer(String content, long size) {
        return new Descriptor(MediaType.OCI_LAYER_GZIP, digest(content), size, Map.of(), null);
    }

    private static Digest digest(String content) {
        return Digest.sha256Of(content.getBytes(UTF_8));
    }

    private static String write(ReportFormat format, RegistrySizesReport report) {
        try {
            StringWriter out = new StringWriter();
            format.write(RegistrySizesDocument.of(report), report, out);
            return out.toString();
        } catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }
}
