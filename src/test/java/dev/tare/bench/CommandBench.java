package dev.tare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.inspection.Inspector;
import dev.tare.limits.Limits;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the command on real images, from its start to its end, and beside it the inspection in a warm process. Prints
 * the figures as Markdown. Each round runs every measurement once.
 */
final class CommandBench {

    private static final int ROUNDS = 10;

    private static final String LISTED = "`gzip -dc` into `tar -tv`, layer after layer";

    private static final String WARM = "inspection by Tare in a warm process";

    private static final String COMMAND = "the whole `dev/tare inspect`, with its start and its AOT cache";

    private static final String JAR = "the whole `java -jar tare.jar inspect`, without an AOT cache";

    private final Rounds rounds = new Rounds();

    private final Programs programs;

    private final Path jar;

    private CommandBench(Programs programs, Path jar) {
        this.programs = programs;
        this.jar = jar;
    }

    /**
     * Runs all measurements.
     *
     * @param arguments an empty folder, a file with the options of the command, Tare's executable jar, and docker archives
     *                  with gzip layers
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        CommandBench bench = new CommandBench(new Programs(Path.of(arguments[1])), Path.of(arguments[2]));
        System.out.print(bench.run(Path.of(arguments[0]), Stream.of(arguments).skip(3).map(Path::of).toList()));
    }

    private String run(Path folder, List<Path> archives) throws Exception {
        for (Path archive : archives) {
            add(archive, blobs(archive, folder));
        }
        this.rounds.add("version", Rounds.timed(() -> this.programs.tare(Map.of(), "--version")));
        this.rounds.add("version of the jar", Rounds.timed(() -> Programs.jar(this.jar, "--version")));
        Map<String, Double> seconds = this.rounds.medians(ROUNDS);
        BenchTable table = new BenchTable("image", "what runs", "time", "relative to gzip and tar");
        for (Path archive : archives) {
            for (String what : List.of(LISTED, WARM, COMMAND, JAR)) {
                double time = seconds.get(archive + what);
                table.row("`" + archive.getFileName() + "`", what, text("%.2f s", time),
                        text("%.2f", time / seconds.get(archive + LISTED)));
            }
        }
        return String.join("\n\n", table.toString(),
                text("`dev/tare --version` takes %.2f s, and `java -jar tare.jar --version` %.2f s.",
                        seconds.get("version"), seconds.get("version of the jar")),
                Machine.describe(ROUNDS)) + "\n";
    }

    private void add(Path archive, List<Path> blobs) {
        String path = archive.toString();
        this.rounds.add(archive + LISTED,
                Rounds.timed(() -> Programs.forEach(blobs, "gzip -dc \"$f\" | tar -tvf - > /dev/null")));
        this.rounds.add(archive + WARM, Rounds.timed(() -> new Inspector(Limits.DEFAULTS)
                .inspect(ArchiveSources.open(archive, ImageSelection.ONLY, Limits.DEFAULTS))));
        this.rounds.add(archive + COMMAND, Rounds.timed(() -> this.programs.inspect(path)));
        this.rounds.add(archive + JAR,
                Rounds.timed(() -> Programs.jar(this.jar, "inspect", "--no-cache", path)));
    }

    /** The layers of an archive as files. */
    private static List<Path> blobs(Path archive, Path folder) throws IOException, InterruptedException {
        Path extracted = Files.createDirectories(folder.resolve(archive.getFileName() + ".blobs"));
        Programs.run(Map.of(), "tar", "-xf", archive.toString(), "-C", extracted.toString());
        JsonNode manifest = JsonMapper.shared().readTree(Files.readAllBytes(extracted.resolve("manifest.json"))).get(0);
        List<Path> blobs = new ArrayList<>();
        manifest.get("Layers").forEach(layer -> blobs.add(extracted.resolve(layer.asString())));
        return blobs;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
