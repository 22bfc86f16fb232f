package dev.tare.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.build.LocalRegistry;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.registry.Traffic;
import dev.tare.sizes.PlatformSelection;
import dev.tare.sizes.SizeReader;
import dev.tare.source.open.ImageSources;
import dev.tare.source.registry.RegistryArgument;

/**
 * Measures images in a registry on this machine against the same images in archives and against skopeo, and prints the
 * figures as Markdown. Each round runs every measurement once.
 */
final class RegistryBench {

    private static final int ROUNDS = 5;

    private static final int REFERENCES = 10;

    private static final String COPIED = "`skopeo copy` to a folder, then `gzip -dc` into `tar -tv` of each layer";

    private final Path folder;

    private final Programs programs;

    private final ImageSources sources = ImageSources.ofThisUser();

    private final Rounds rounds = new Rounds();

    private RegistryBench(Path folder, Path options) throws IOException {
        this.folder = folder;
        this.programs = new Programs(options);
    }

    /**
     * Runs all measurements.
     *
     * @param arguments an empty folder, a file with the options of the command, and archives of images
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        RegistryBench bench = new RegistryBench(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]));
        System.out.print(bench.run(Stream.of(arguments).skip(2).map(Path::of).toList()));
    }

    private String run(List<Path> archives) throws Exception {
        try (LocalRegistry registry = LocalRegistry.start(this.folder.resolve("registry"))) {
            Progress.say("pushing the images");
            List<RegistryImage> images = new ArrayList<>();
            for (Path archive : archives) {
                images.add(RegistryImage.push(archive, "127.0.0.1:" + registry.port(), this.folder));
            }
            images.forEach(image -> add(image, registry));
            addSizes(images);
            Map<String, Double> seconds = this.rounds.medians(ROUNDS);
            BenchTable table = new BenchTable("image", "what runs", "time", "relative to the archive",
                    "relative to skopeo, gzip and tar");
            images.forEach(image -> rows(table, image, seconds));
            String shares = images.stream()
                    .map(image -> text("%.2f s for %s", seconds.get(key(image, "registry")), title(image)))
                    .collect(Collectors.joining(", and "));
            return String.join("\n\n", table.toString(), "For one inspection by name, the registry "
                    + "itself needs this time of one of the processors: " + shares + ".",
                    pulled(images.getFirst(), registry.port()),
                    describeSizes(seconds),
                    Machine.describe(ROUNDS)) + "\n";
        }
    }

    private void add(RegistryImage image, LocalRegistry registry) {
        String archive = image.archive().toString();
        this.rounds.add(key(image, "whole archive"), Rounds.timed(() -> this.programs.inspect(archive)));
        List<String> pull = List.of("curl", "--disable", "--noproxy", "*", "--silent", "--fail", "--config",
                image.requests().toString());
        this.rounds.add(key(image, "whole archive beside a pull"),
                Rounds.timed(() -> this.programs.inspectBeside(pull, archive)));
        this.rounds.add(key(image, "whole name"), Rounds.timed(() -> this.programs.inspect(image.name())));
        this.rounds.add(key(image, "archive"), Rounds.timed(() -> inspect(archive)));
        this.rounds.add(key(image, "name"), Rounds.timed(() -> inspect(image.name())));
        this.rounds.add(key(image, "registry"), () -> {
            double before = processorSeconds(registry);
            inspect(image.name());
            return processorSeconds(registry) - before;
        });
        this.rounds.add(key(image, "skopeo"), Rounds.timed(() -> Programs.forEach(
                image.pull(this.folder.resolve("copied")), "gzip -dc \"$f\" | tar -tvf - > /dev/null")));
    }

    private static double processorSeconds(LocalRegistry registry) {
        return registry.process().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private void addSizes(List<RegistryImage> images) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < REFERENCES; i++) {
            names.add(images.get(i % images.size()).copy("copy" + i));
        }
        String[] command = Stream.concat(Stream.of("sizes"), names.stream()).toArray(String[]::new);
        this.rounds.add("sizes", Rounds.timed(() -> sizes(names)));
        this.rounds.add("whole sizes", Rounds.timed(() -> this.programs.tare(Map.of(), command)));
        this.rounds.add("start of sizes", Rounds.timed(() -> this.programs.tare(Map.of(), "sizes", "--help")));
    }

    private void sizes(List<String> names) {
        List<RegistryArgument> references =
                names.stream().map(name -> RegistryArgument.require(this.sources.parse(name))).toList();
        new SizeReader(Limits.DEFAULTS).readNamed(references, PlatformSelection.DEFAULT,
                Deadline.of(Limits.DEFAULTS), new Traffic());
    }

    private static String describeSizes(Map<String, Double> seconds) {
        return text(
                "The sizes of %d references take %.2f s in a warm process. The whole `dev/tare sizes` takes %.2f s, and "
                        + "`dev/tare sizes --help`, which only starts, %.2f s.",
                REFERENCES, seconds.get("sizes"),
                seconds.get("whole sizes"), seconds.get("start of sizes"));
    }

    private static void rows(BenchTable table, RegistryImage image, Map<String, Double> seconds) {
        double archive = seconds.get(key(image, "archive"));
        double wholeArchive = seconds.get(key(image, "whole archive"));
        double skopeo = seconds.get(key(image, "skopeo"));
        row(table, image, COPIED, skopeo, 0, skopeo);
        row(table, image, "inspection of the archive", archive, archive, skopeo);
        row(table, image, "inspection by name", seconds.get(key(image, "name")), archive, skopeo);
        row(table, image, "the whole `tare inspect` of the archive, with its start", wholeArchive, wholeArchive, 0);
        row(table, image, "the whole `tare inspect` of the archive, while `curl` pulls the layers",
                seconds.get(key(image, "whole archive beside a pull")), wholeArchive, 0);
        row(table, image, "the whole `tare inspect` by name, with its start", seconds.get(key(image, "whole name")),
                wholeArchive, 0);
    }

    private static void row(BenchTable table, RegistryImage image, String what, double time, double archive,
            double skopeo) {
        table.row(title(image), what, text("%.2f s", time), archive == 0 ? "" : text("%.2f", time / archive),
                skopeo == 0 ? "" : text("%.2f", time / skopeo));
    }

    /** Compares an image with itself and then with a newer one. Both commands share a cache of layers. */
    private String pulled(RegistryImage image, int port) throws Exception {
        String newer = image.pushWithNewLayer(this.folder);
        String cache = this.folder.resolve("cache").toString();
        Map<String, String> environment = Map.of("TARE_CACHE", cache);
        try (CountingProxy proxy = CountingProxy.to(port)) {
            String first = atProxy(image.name(), proxy);
            this.programs.tare(environment, "compare", first, first);
            long before = proxy.takeSent();
            this.programs.tare(environment, "compare", first, atProxy(newer, proxy));
            long after = proxy.takeSent();
            this.programs.tare(environment, "compare", first, atProxy(newer, proxy));
            return text(
                    "The first `tare compare` of %s pulls %,d bytes. A second one with one new layer pulls %,d bytes,"
                            + " and a third one with the same images %,d bytes. These bytes include manifests, configs and the "
                            + "headers of answers.",
                    title(image), before, after, proxy.takeSent());
        }
    }

    private static String atProxy(String name, CountingProxy proxy) {
        return "127.0.0.1:" + proxy.port() + name.substring(name.indexOf('/'));
    }

    private void inspect(String image) {
        new Inspector(Limits.DEFAULTS).inspect(this.sources.parse(image).open(null, Limits.DEFAULTS));
    }

    private static String title(RegistryImage image) {
        String file = String.valueOf(image.archive().getFileName());
        return text("`%s`, %.0f MB in %d layers", file.substring(0, file.indexOf('.')), image.blobBytes() / 1e6,
                image.layers());
    }

    private static String key(RegistryImage image, String what) {
        return image.name() + ", " + what;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
