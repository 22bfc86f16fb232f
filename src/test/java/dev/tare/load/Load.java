package dev.tare.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.bench.BenchTable;
import dev.tare.bench.Machine;
import dev.tare.bench.Progress;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the answers of the service about a comparison and those of a bare service, in turn, and prints the figures as
 * Markdown.
 */
final class Load {

    private static final int ROUNDS = 5;

    private static final int VISITS = 11;

    private static final String GZIP = "Accept-Encoding: gzip";

    private final Server tare;

    private final Server yardstick;

    private final Path samples;

    private final List<Pair> pairs = new ArrayList<>();

    /** Measurements without a yardstick. */
    private final Map<String, Series> others = new LinkedHashMap<>();

    private String page = "";

    private Load(Server tare, Server yardstick, Path samples) {
        this.tare = tare;
        this.yardstick = yardstick;
        this.samples = samples;
    }

    /**
     * Runs all measurements. The exit status is 1 if a target is missed.
     *
     * @param arguments an empty folder, Tare's jar, and the images to compare
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path samples = Files.createDirectory(folder.resolve("samples"));
        List<Path> images = Stream.of(arguments).skip(2).map(Path::of).toList();
        Progress.say("starting both servers");
        boolean met;
        try (Server tare = Server.tare(Path.of(arguments[1]), images, folder.resolve("tare.log"));
                Server yardstick = Server.yardstick(samples, folder.resolve("yardstick.log"))) {
            Load load = new Load(tare, yardstick, samples);
            load.prepare();
            System.out.print(load.run());
            met = load.pairs.stream().allMatch(pair -> pair.missed().isEmpty());
        }
        System.exit(met ? 0 : 1);
    }

    /** Lists the requests, and stores the answers of Tare that the answers of the yardstick resemble. */
    private void prepare() throws IOException, InterruptedException {
        String list = this.tare.await("/api/comparisons");
        String id = JsonMapper.shared().readTree(list).get(0).get("id").asString();
        this.page = this.tare.address("/comparisons/" + id);
        add("page of a comparison", "Accept: text/html", "/comparisons/" + id, "/pages/comparison");
        add("JSON of a comparison", "Accept: application/json", "/api/comparisons/" + id, "/json/report");
        add("home page", "Accept: text/html", "/", "/pages/home");
        Request page = new Request("/comparisons/" + id, List.of("Accept: text/html", GZIP), 200);
        String tag = this.tare.get(page.path(), page.headers()).headers().firstValue("ETag").orElseThrow();
        this.others.put("page of a comparison, with a waiver",
                new Series(this.tare, page.to(page.path() + "?waive=no-shell=test")));
        this.others.put("page that the client already has (304)", new Series(this.tare,
                new Request(page.path(), List.of("Accept: text/html", GZIP, "If-None-Match: " + tag), 304)));
    }

    private void add(String name, String accept, String path, String resembling) throws IOException,
            InterruptedException {
        Files.writeString(this.samples.resolve(Path.of(resembling).getFileName()),
                this.tare.get(path, List.of(accept)).body());
        this.yardstick.await(resembling);
        for (String encoding : List.of(GZIP, "Accept-Encoding: identity")) {
            Request request = new Request(path, List.of(accept, encoding), 200);
            this.pairs.add(new Pair(name + (encoding.equals(GZIP) ? ", compressed" : ""),
                    new Series(this.tare, request), new Series(this.yardstick, request.to(resembling))));
        }
    }

    private String run() throws InterruptedException, IOException {
        for (int round = 0; round <= ROUNDS; round++) {
            Progress.say(round == 0 ? "warming up" : "round " + round + " of " + ROUNDS);
            for (Pair pair : this.pairs) {
                pair.measure();
            }
            for (Series series : this.others.values()) {
                series.measure();
                series.measureHalf();
            }
            if (round == 0) {
                this.pairs.forEach(Pair::clear);
                this.others.values().forEach(Series::clear);
            }
        }
        Progress.say("opening the page in a browser");
        return String.join("\n\n", pairs(), others(), costs(), paint(), Machine.describe(ROUNDS)) + "\n";
    }

    private String paint() {
        return String.format(Locale.ROOT,
                "Largest contentful paint of the page in Chromium, with a cold cache: %.2f s, the "
                        + "median of %d visits.",
                Paint.medianMillis(this.page, VISITS) / 1000, VISITS);
    }

    private String pairs() {
        BenchTable table = new BenchTable(Pair.HEADS);
        this.pairs.forEach(pair -> table.row(pair.cells()));
        return table.toString();
    }

    private String others() {
        BenchTable table = new BenchTable("other answers", "answers/s", "p50", "p99", "p99 at half of the throughput",
                "processor time");
        this.others.forEach((name, series) -> table.row(name, Pair.count(series.throughput()),
                Pair.millis(series.millis(0.5)), Pair.millis(series.millis(0.99)),
                Pair.millis(series.millisAtHalf(0.99)), Pair.millis(series.processorMillis())));
        return table.toString();
    }

    private String costs() {
        BenchTable table = new BenchTable(Pair.COST_HEADS);
        this.pairs.forEach(pair -> table.row(pair.costCells()));
        return table.toString();
    }
}
