package dev.tare.images;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.wording.Bytes;
import tools.jackson.databind.JsonNode;

/**
 * The page about this build's own images: what was inspected, how both run, what a change of one class costs, and their
 * comparison as Tare reports it.
 *
 * @param runtime  what the runs of both images recorded
 * @param rebuild  what the builds with one class changed recorded
 * @param markdown the report of the comparison
 */
record ImagesDocument(JsonNode runtime, JsonNode rebuild, String markdown) {

    private static final String HEAD = """
            # Tare's own images

            Tare's build makes two images of it, and its tests inspect, run and rebuild them. They wrote this page:

            ```shell
            dev/verify -Dtare.docs
            ```

            Every figure is of that run, on %d processors with Docker engine %s.

            ![Sizes of both images, base and build](images/sizes.svg)

            ## Bases

            %s

            ## At run time

            Each image ran under the security context and the limits of the Kubernetes manifest: read-only root, no \
            capabilities, no new privileges, user 65532, at most %s of memory and %s processors.

            %s
            ## A change of one class

            From a clean checkout both images took %s to build, and %s after one class had changed. A registry that \
            has the image before the change then gets:

            %s
            """;

    /**
     * Writes the page.
     *
     * @param bases what each flavour's image says of its base, for a table
     */
    String write(List<Base> bases) {
        return HEAD.formatted(Runtime.getRuntime().availableProcessors(), this.runtime.get("engine").asString(),
                bases(bases),
                Bytes.rounded(Confinement.memoryBytes()), this.runtime.get("cpuLimit").asString(), runtimeTable(),
                seconds("cleanBuildMillis", this.rebuild),
                seconds("rebuildMillis", this.rebuild), rebuildTable())
                + this.markdown.replaceFirst("(?s)^# .*?\n(?=## )", "");
    }

    private static String bases(List<Base> bases) {
        return bases.stream().map(Base::sentence).collect(Collectors.joining("\n"));
    }

    private String runtimeTable() {
        return table(List.of(row("Time to ready", run -> seconds("medianReadyMillis", run)),
                row("Resident memory when ready", run -> size("medianResidentBytes", run)),
                row("Time to end after SIGTERM", run -> seconds("medianEndMillis", run)),
                row("Number of starts (the figures are medians)", run -> "" + run.get("starts").size())));
    }

    private List<String> row(String title, Function<JsonNode, String> cell) {
        return Stream.concat(Stream.of(title), this.runtime.get("flavours").valueStream().map(cell)).toList();
    }

    private String rebuildTable() {
        return table(List.of(pushRow("Changed layer", push -> push.get("layer").asString()),
                pushRow("Its compressed size", push -> size("layerBytes", push)),
                pushRow("Pushed in all, with config and manifest", push -> size("pushedBytes", push)),
                pushRow("Compressed size of the image", push -> size("imageBytes", push))));
    }

    private List<String> pushRow(String title, Function<JsonNode, String> cell) {
        JsonNode flavours = this.rebuild.get("flavours");
        return Stream.concat(Stream.of(title),
                Stream.of(Flavour.values()).map(flavour -> cell.apply(flavours.get(flavour.toString())))).toList();
    }

    private static String table(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("| | slim | distroless |");
        lines.add("|---|---:|---:|");
        rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String seconds(String field, JsonNode json) {
        return "%.1f s".formatted(json.get(field).longValue() / 1000.0);
    }

    private static String size(String field, JsonNode json) {
        return Bytes.rounded(json.get(field).longValue());
    }

    /**
     * The base that an image says it stands on.
     */
    record Base(Flavour flavour, String name, String digest, boolean published) {

        String sentence() {
            return "- %s stands on `%s` (`%s`), %s.".formatted(this.flavour, this.name, this.digest,
                    this.published ? "the published image"
                            : "assembled by `dev/bases/assemble` from Debian packages and a Temurin JDK; it is not the published "
                                    + "image, and its figures are its own");
        }
    }

}
