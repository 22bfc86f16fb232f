package dev.tare.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import dev.tare.bench.Programs.Memory;
import dev.tare.comparison.Comparison;
import dev.tare.fixture.JsonText;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.limits.Limits;
import dev.tare.report.ComparisonReport;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.jspecify.annotations.Nullable;

/** Measures speed and memory in one run, and prints the figures as Markdown. Each round runs every measurement once. */
final class Bench {

    private static final int ROUNDS = 5;

    private static final int HEAP = 512;

    private static final int BUFFER = 1 << 17;

    private static final int COMPARED_FILES = 100_000;

    private static final String LISTED = "`gzip -dc` into `tar -tv`, layer after layer";

    private final Inspector knowing = new Inspector(Limits.DEFAULTS, new LayerCache(Long.MAX_VALUE));

    private final CacheBench cache;

    private final Programs programs;

    private final BenchImage ordinary;

    private final BenchImage manyLayers;

    private final BenchImage oneLayer;

    private final List<BenchImage> smallFiles;

    private final Comparison comparison;

    private Bench(BenchImages images, Programs programs, CacheBench cache) throws IOException {
        Progress.say("assembling the images");
        this.programs = programs;
        this.cache = cache;
        this.ordinary = images.ordinary();
        this.manyLayers = images.inLayers(120);
        this.oneLayer = images.inLayers(1);
        this.smallFiles = List.of(images.ofSmallFiles(250_000), images.ofSmallFiles(500_000),
                images.ofSmallFiles(1_000_000));
        this.comparison = new Comparison(List.of(inspect(images.ofSmallFiles(COMPARED_FILES)),
                inspect(images.ofChangedSmallFiles(COMPARED_FILES))));
    }

    /**
     * Runs all measurements.
     *
     * @param arguments an empty folder for the images, a file with the options of the command, and {@code cache} to measure nothing but the cache
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        BenchImages images = new BenchImages(Path.of(arguments[0]));
        CacheBench cache = new CacheBench(Path.of(arguments[0]).resolve("cache"));
        System.out.print(arguments.length > 2 ? run(images, cache)
                : new Bench(images, new Programs(Path.of(arguments[1])), cache).run());
    }

    private static String run(BenchImages images, CacheBench cache) throws Exception {
        Rounds rounds = new Rounds();
        for (BenchImage image : List.of(images.ordinary(), images.ofSmallFiles(250_000),
                images.ofSmallFiles(1_000_000))) {
            cache.add(image, rounds);
        }
        return cache.table(rounds.medians(ROUNDS)) + "\n\n" + Machine.describe(ROUNDS) + "\n";
    }

    private String run() throws Exception {
        Rounds rounds = new Rounds();
        List<Timed> bytes = bytes();
        bytes.forEach(timed -> rounds.add(timed.key(), timed.turn()));
        for (BenchImage image : this.smallFiles) {
            rounds.add(image.name(), inspection(image).turn());
            this.cache.add(image, rounds);
        }
        rounds.add("difference", Rounds.timed(() -> this.comparison.difference(0, 1)));
        rounds.add("document", Rounds.timed(() -> JsonText.of(ComparisonReport.of(this.comparison))));
        Map<String, Double> seconds = rounds.medians(ROUNDS);
        return String.join("\n\n", bytesTable(bytes, seconds), filesTable(seconds), memoryTable(),
                this.cache.table(seconds), comparisonText(seconds), Machine.describe(ROUNDS)) + "\n";
    }

    private List<Timed> bytes() throws Exception {
        return List.of(
                program(LISTED,
                        () -> Programs.forEach(this.ordinary.blobs(), "gzip -dc \"$f\" | tar -tvf - > /dev/null")),
                program("`gzip -dc` alone",
                        () -> Programs.forEach(this.ordinary.blobs(), "gzip -dc \"$f\" > /dev/null")),
                program("`Inflater` of Java alone, on one thread", () -> inflate(this.ordinary)),
                inspection(this.ordinary),
                program("the whole `tare inspect`, including its start",
                        () -> this.programs.inspect(this.ordinary.folder().toString())),
                inspection(this.ordinary, "inspection by Tare if all layers are known", this.knowing),
                inspection(this.ordinary, "inspection by Tare if all layers are in the cache of the command",
                        this.cache.inspector()),
                inspection(this.manyLayers), inspection(this.oneLayer));
    }

    private Timed program(String what, Rounds.Work work) {
        return new Timed(this.ordinary, what, Rounds.timed(work));
    }

    private static Timed inspection(BenchImage image) throws IOException, InterruptedException {
        return inspection(image, "inspection by Tare", new Inspector(Limits.DEFAULTS));
    }

    private static Timed inspection(BenchImage image, String what, Inspector inspector)
            throws IOException, InterruptedException {
        return new Timed(image, what, Rounds.timed(() -> inspect(image, inspector), new SameWork(image)::verify));
    }

    private String bytesTable(List<Timed> works, Map<String, Double> seconds) {
        BenchTable table = new BenchTable("image", "what runs", "time", "uncompressed MB/s",
                "time per byte, relative to the first row");
        double listed = seconds.get(works.getFirst().key()) / this.ordinary.megabytes();
        works.forEach(timed -> {
            double time = seconds.get(timed.key());
            double perMegabyte = time / timed.image().megabytes();
            table.row(timed.image().name(), timed.what(), text("%.2f s", time), text("%,.0f", 1 / perMegabyte),
                    text("%.2f", perMegabyte / listed));
        });
        return table.toString();
    }

    private String filesTable(Map<String, Double> seconds) {
        BenchTable table = new BenchTable("image", "uncompressed MB", "inspection by Tare", "time per file");
        this.smallFiles.forEach(image -> {
            double time = seconds.get(image.name());
            table.row(image.name(), text("%.0f", image.megabytes()), text("%.2f s", time),
                    text("%.1f µs", time * 1e6 / image.files()));
        });
        return table.toString();
    }

    private String memoryTable() throws Exception {
        BenchTable table = new BenchTable("`tare inspect` with `-Xmx" + HEAP + "m`", "largest heap in use",
                "heap needed at the same time", "resident");
        List<BenchImage> images = new ArrayList<>(List.of(this.ordinary, this.manyLayers, this.oneLayer));
        images.addAll(this.smallFiles);
        for (BenchImage image : images) {
            Progress.say("measuring the memory of " + image.name());
            table.row(cells(image.name(), this.programs.memory(image.folder(), HEAP)));
        }
        return table.toString();
    }

    private static String[] cells(String image, @Nullable Memory memory) {
        return memory == null ? new String[] { image, "more than there is", "", "" }
                : new String[] { image, memory.peak() + " MiB", memory.live() + " MiB", memory.resident() + " MiB" };
    }

    private String comparisonText(Map<String, Double> seconds) {
        return text(
                "Comparing two inspections of %,d files takes %.0f ms if every tenth file differs. With the whole report"
                        + " as JSON it takes %.0f ms.",
                COMPARED_FILES, seconds.get("difference") * 1e3,
                seconds.get("document") * 1e3);
    }

    private static Inspection inspect(BenchImage image) {
        return inspect(image, new Inspector(Limits.DEFAULTS));
    }

    private static Inspection inspect(BenchImage image, Inspector inspector) {
        return inspector
                .inspect(ArchiveSources.open(image.folder(), ImageSelection.ONLY, Limits.DEFAULTS));
    }

    private static void inflate(BenchImage image) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (Path blob : image.blobs()) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(blob), BUFFER)) {
                while (in.read(buffer) >= 0) {
                    // The output is ignored.
                }
            }
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private record Timed(BenchImage image, String what, Rounds.Turn turn) {

        String key() {
            return this.image.name() + ", " + this.what;
        }
    }
}
