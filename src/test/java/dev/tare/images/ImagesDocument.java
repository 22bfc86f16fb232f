package dev.tare.images;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.policy.check.Verdict;
import dev.tare.report.CheckReport;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.JavaReport;
import dev.tare.report.SecurityReport.Surface;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes the page about the images of this build: their comparison in short, and the figures that the tests measured at
 * run time.
 *
 * @param report  compares the images, in the order of the flavours
 * @param bases   one for each flavour
 * @param runtime the record of {@link ImageRuntimeIT}
 * @param rebuild the record of {@code LayeringIT}
 */
record ImagesDocument(ComparisonReport report, List<Base> bases, JsonNode runtime, JsonNode rebuild) {

    private static final String PAGE = """
            # Tare's own images

            Tare's build makes two images of the same application: slim and distroless. They differ only in their base \
            image. `dev/verify -Dtare.docs` writes this page. It measured every figure here in one run, on %s \
            with Docker Engine %s. The [full report](images/report.md) has the checks with their evidence, packages, largest \
            files and layers.

            ## Base images

            %s
            `dev/bases/assemble` builds a local equivalent from Debian packages and a Temurin JDK, where the published base \
            image cannot be pulled. Its sizes differ from those of the published image.

            ## Checks

            The images differ in these [checks](CHECKS.md), or do not pass them:

            %s
            - Both pass: %s.
            - Not applicable to either: %s.

            ## Security

            %s
            Neither image contains %s.

            ## Sizes

            ![Sizes of both images: base image and application](images/sizes.svg)

            %s
            ## Contents

            %s
            ## Key differences

            A switch from slim to distroless has these effects:

            %s

            ## At run time

            Each image ran with the security context and the limits of the Kubernetes manifest: a read-only root file \
            system, no capabilities, no new privileges, user 65532, %s of memory and %s. \
            The figures are medians of %d starts of each kind, in turns. A first page has its shortest and longest time, \
            too. The executable jar (`java -jar`) runs on the same JVM, but its C2 compiler starts as early as by default. The AOT cache is \
            the last layer of the image, which `-Daot` adds.

            %s
            ## After a change of one class

            A clean build of both images took %s, and a build after a change of one class %s. A registry that has the \
            images before the change then receives:

            %s""";

    private static final Pattern KEY_DIFFERENCES = Pattern.compile("(?s)\\| Largest changes .*?(?=\n\n\\| Changes )");

    private static final Map<Launch, String> LAUNCHES = new EnumMap<>(Map.of(Launch.FAT_JAR, "executable jar",
            Launch.WITHOUT_CACHE, "image without its AOT cache", Launch.AS_BUILT, "image with its AOT cache"));

    /** Writes the page. */
    String write() {
        return PAGE.formatted(processors(Runtime.getRuntime().availableProcessors()),
                text("engine", this.runtime), baseTable(),
                checkTable(), checks(Verdict.PASS), checks(Verdict.NOT_APPLICABLE), securityTable(), absent(),
                sizeTable(), contentTable(), keyDifferences(), Confinement.memory(),
                processors(this.runtime.get("cpuLimit").doubleValue()),
                this.runtime.at("/flavours/0/launches/AS_BUILT/starts").size(),
                runtimeTable(), seconds("cleanBuildMillis", this.rebuild),
                seconds("rebuildMillis", this.rebuild), rebuildTable());
    }

    private String baseTable() {
        return table(List.of(
                row("Base image", this.bases, base -> "`" + base.name + "`"),
                row("Origin", this.bases, base -> base.published ? "published image" : "local equivalent")));
    }

    /** The checks that need attention, or that differ. */
    private String checkTable() {
        return table(checks().filter(check -> !isSame(check, Verdict.PASS) && !isSame(check, Verdict.NOT_APPLICABLE))
                .map(check -> row(check.getFirst().title(), check, image -> image.verdict().title()))
                .toList());
    }

    private String checks(Verdict verdict) {
        return checks().filter(check -> isSame(check, verdict))
                .map(check -> check.getFirst().title())
                .collect(Collectors.joining(", "));
    }

    /** The verdicts on all images, for each check. */
    private Stream<List<CheckReport>> checks() {
        return IntStream.range(0, this.report.images().getFirst().checks().size())
                .mapToObj(check -> this.report.images().stream().map(image -> image.checks().get(check)).toList());
    }

    private static boolean isSame(List<CheckReport> check, Verdict verdict) {
        return check.stream().allMatch(image -> image.verdict() == verdict);
    }

    private String securityTable() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(imageRow("User", image -> "`" + image.config().user() + "`"));
        rows.add(imageRow("Secrets found", image -> Counts.of(image.security().secrets().total())));
        surface().filter(kind -> !kind.getFirst().runtimeFiles() && !isAbsent(kind))
                .forEach(kind -> rows.add(row(Words.capitalised(kind.getFirst().title()), kind,
                        image -> Counts.of(image.paths().total()))));
        return table(rows);
    }

    /** The kinds that no image has. */
    private String absent() {
        List<String> titles = surface().filter(kind -> !kind.getFirst().runtimeFiles() && isAbsent(kind))
                .map(kind -> kind.getFirst().title())
                .toList();
        return String.join(", ", titles.subList(0, titles.size() - 1)) + " or " + titles.getLast();
    }

    private Stream<List<Surface>> surface() {
        return IntStream.range(0, this.report.images().getFirst().security().surface().size())
                .mapToObj(kind -> this.report.images()
                        .stream()
                        .map(image -> image.security().surface().get(kind))
                        .toList());
    }

    private static boolean isAbsent(List<Surface> kind) {
        return kind.stream().allMatch(image -> image.paths().empty());
    }

    private String sizeTable() {
        return table(List.of(
                sizeRow("Gross: uncompressed bytes of all layers", image -> image.sizes().uncompressedBytes()),
                sizeRow("Tare: base image", image -> image.sizes().weight().tareUncompressedBytes()),
                sizeRow("Net: application", image -> image.sizes().weight().netUncompressedBytes()),
                sizeRow("Compressed: bytes to pull", image -> image.sizes().compressedBytes()),
                sizeRow("Wasted: bytes that a later layer hides", image -> image.sizes().wastedBytes())));
    }

    private List<String> sizeRow(String title, Function<ImageReport, @Nullable Long> bytes) {
        return imageRow(title, image -> {
            Long size = bytes.apply(image);
            return size == null ? "unknown" : Bytes.rounded(size);
        });
    }

    private String contentTable() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(imageRow("Distribution",
                image -> image.contents().os() == null ? "unknown" : image.contents().os().name()));
        rows.add(imageRow("OS packages", image -> Counts.of(image.contents().packages().total())));
        rows.add(imageRow("Java runtime", image -> image.contents()
                .java()
                .runtimes()
                .stream()
                .map(ImagesDocument::runtime)
                .collect(Collectors.joining(", "))));
        rows.add(imageRow("Jars", image -> Counts.of(image.contents().java().jars().total())));
        rows.add(imageRow("Files", image -> Counts.of(image.contents().files().files())));
        rows.add(imageRow("Executables", image -> Counts.of(image.contents().files().executables())));
        rows.add(imageRow("Shared libraries", image -> Counts.of(image.contents().files().sharedLibraries())));
        surface().filter(kind -> kind.getFirst().runtimeFiles())
                .forEach(kind -> rows.add(row(Words.capitalised(kind.getFirst().title()), kind,
                        image -> image.paths().empty() ? "no" : "yes")));
        return table(rows);
    }

    private static String runtime(JavaReport.Installation runtime) {
        return "%s %s, %d modules".formatted(runtime.title(), runtime.runtimeVersion(), runtime.modules().size());
    }

    private List<String> imageRow(String title, Function<ImageReport, String> cell) {
        return row(title, this.report.images(), cell);
    }

    /** The two tables as the report has them. */
    private String keyDifferences() {
        Matcher tables = KEY_DIFFERENCES.matcher(MarkdownReport.write(this.report));
        if (!tables.find()) {
            throw new IllegalStateException("The Markdown report has no key differences");
        }
        return tables.group();
    }

    private String runtimeTable() {
        List<JsonNode> flavours = this.runtime.get("flavours").valueStream().toList();
        List<List<String>> rows = new ArrayList<>();
        LAUNCHES.forEach((launch, title) -> rows
                .add(row("First page, " + title, launches(flavours, launch), ImagesDocument::firstPage)));
        rows.add(row("Time to ready, " + LAUNCHES.get(Launch.AS_BUILT), launches(flavours, Launch.AS_BUILT),
                run -> time("medianReadyMillis", run)));
        LAUNCHES.forEach((launch, title) -> rows
                .add(row("Resident memory, " + title, launches(flavours, launch),
                        run -> size("medianResidentBytes", run))));
        rows.add(row("Time to end after SIGTERM", launches(flavours, Launch.AS_BUILT),
                run -> time("medianEndMillis", run)));
        rows.add(row("Size of the AOT cache, uncompressed", flavours, run -> size("cacheBytes", run)));
        rows.add(row("Bytes that it adds to a pull", IntStream.range(0, flavours.size()).boxed().toList(),
                image -> cacheLayer(this.report.images().get(image), flavours.get(image))));
        return table(rows);
    }

    /** The cache is the last layer. */
    private static String cacheLayer(ImageReport image, JsonNode run) {
        if (run.get("cacheBytes").longValue() == 0) {
            return "no cache";
        }
        Long bytes = image.layers().getLast().compressedBytes();
        return bytes == null ? "unknown" : Bytes.rounded(bytes);
    }

    private static List<JsonNode> launches(List<JsonNode> flavours, Launch launch) {
        return flavours.stream().map(flavour -> flavour.get("launches").get(launch.name())).toList();
    }

    /** The median, and the shortest and longest time. */
    private static String firstPage(JsonNode run) {
        LongSummaryStatistics times = run.get("starts")
                .valueStream()
                .mapToLong(start -> start.get("firstPageMillis").longValue())
                .summaryStatistics();
        return "%s (%.2f to %.2f)".formatted(time("medianFirstPageMillis", run), times.getMin() / 1000.0,
                times.getMax() / 1000.0);
    }

    private static String time(String field, JsonNode json) {
        return "%.2f s".formatted(json.get(field).longValue() / 1000.0);
    }

    private String rebuildTable() {
        List<JsonNode> flavours = Stream.of(Flavour.values())
                .map(flavour -> this.rebuild.get("flavours").get(flavour.toString()))
                .toList();
        return table(List.of(
                row("Compressed size of the changed layer", flavours, push -> size("layerBytes", push)),
                row("Pushed with config and manifest", flavours, push -> size("pushedBytes", push)),
                row("Compressed size of the image", flavours, push -> size("imageBytes", push))));
    }

    /** The title of a row, and a cell for each flavour. */
    private static <T> List<String> row(String title, List<T> flavours, Function<T, String> cell) {
        return Stream.concat(Stream.of(title), flavours.stream().map(cell)).toList();
    }

    private static String table(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| | " + Stream.of(Flavour.values()).map(Flavour::toString).collect(Collectors.joining(" | ")) + " |");
        lines.add("|---" + "|---:".repeat(Flavour.values().length) + "|");
        rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String seconds(String field, JsonNode json) {
        return "%.1f s".formatted(json.get(field).longValue() / 1000.0);
    }

    /** Without a fraction if the number is whole. */
    private static String processors(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                + (number == 1 ? " processor" : " processors");
    }

    private static String size(String field, JsonNode json) {
        return Bytes.rounded(json.get(field).longValue());
    }

    private static String text(String field, JsonNode json) {
        return json.get(field).asString();
    }

    /**
     * The base image of a flavour.
     *
     * @param published whether the build pulled the published image
     */
    record Base(String name, boolean published) {}
}
