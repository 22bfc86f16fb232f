package dev.tare.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tare.command.TareCommand;
import dev.tare.web.ComparisonFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requirements of an image of this build, in {@code dev/gate}. Tare's own command judges the image by them.
 *
 * @param folder for the files of a run
 */
record ImageGate(Flavour flavour, Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The requirements, which name the baseline. */
    Path config() {
        return Path.of("dev/gate/" + this.flavour + "/tare.yml");
    }

    /** A JSON report, cut to the parts that the requirements need. */
    Path baseline() {
        return Path.of("dev/gate/" + this.flavour + "/baseline.json");
    }

    /** Judges an archive by the committed requirements. */
    Run judge(Path archive, String... options) throws IOException {
        return judge(config(), archive, options);
    }

    /** Judges an archive by changed requirements, also over a changed baseline. */
    Run judge(Path archive, UnaryOperator<String> requirements, UnaryOperator<String> baseline, String... options)
            throws IOException {
        Path before = this.folder.resolve("baseline.json");
        Files.writeString(before, baseline.apply(Files.readString(baseline())));
        Path changed = this.folder.resolve("tare.yml");
        Files.writeString(changed, requirements
                .apply(Files.readString(config()).replace(baseline().toString(), before.toString())));
        return judge(changed, archive, options);
    }

    /** The report of an archive as a baseline. */
    String record(Path archive, String... options) throws IOException {
        Path report = this.folder.resolve(this.flavour + ".json");
        int status = run(archive, options, "--format", "json", "--output", report.toString());
        if (status != 0) {
            throw new IllegalStateException("The command ended with status " + status);
        }
        return cut(Files.readString(report));
    }

    private Run judge(Path config, Path archive, String... options) throws IOException {
        Path text = this.folder.resolve(this.flavour + ".txt");
        Path junit = this.folder.resolve(this.flavour + ".xml");
        int status = run(archive, options, "--config", config.toString(), "--output", text.toString(), "--junit",
                junit.toString());
        return new Run(status, Files.readString(text));
    }

    private static int run(Path archive, String[] options, String... further) {
        Stream<String> arguments = Stream.of(Stream.of("inspect", archive.toString()), Stream.of(options),
                Stream.of(further)).flatMap(words -> words);
        return TareCommand.run(_ -> TareCommand.ERROR, ComparisonFile::write, arguments.toArray(String[]::new));
    }

    private static String cut(String report) {
        ObjectNode image = (ObjectNode) JSON.readTree(report).get("image");
        image.retain("name", "sizes", "layers", "ledger");
        ObjectNode sizes = (ObjectNode) image.get("sizes");
        sizes.retain("weight", "compressedBytes", "uncompressedBytes");
        ((ObjectNode) sizes.get("weight")).retain("netUncompressedBytes");
        image.get("layers").forEach(layer -> ((ObjectNode) layer).retain("diffId"));
        ((ObjectNode) image.get("ledger")).retain("lines");
        cutLines((ObjectNode) image.get("ledger").get("lines"));
        return JSON.writeValueAsString(JSON.createObjectNode().set("image", image)) + "\n";
    }

    /** Only lines of the application stay. A report states how many lines are left out. */
    private static void cutLines(ObjectNode lines) {
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode line : lines.get("items")) {
            if (line.get("title").asString().matches("Application|Libraries")) {
                kept.add(((ObjectNode) line).retain("title", "name", "visibleBytes"));
            }
        }
        lines.put("leftOut", lines.get("total").asInt() - kept.size());
        lines.set("items", kept);
    }

    /**
     * The result of a run.
     *
     * @param text the report
     */
    record Run(int status, String text) {}

}
