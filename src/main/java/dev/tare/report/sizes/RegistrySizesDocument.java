package dev.tare.report.sizes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.tare.policy.check.Verdict;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.report.section.Document;
import dev.tare.wording.Bytes;
import dev.tare.wording.Times;
import org.jspecify.annotations.Nullable;

/** The report of sizes for people: tables of sizes, of what nodes pull, and of configs. */
public final class RegistrySizesDocument {

    private static final int SHARED_LAYERS = 20;

    private static final int OTHER_PLATFORMS = 20;

    /** A table of each image with each other one is readable for so many. */
    private static final int MANY_IMAGES = 5;

    private final RegistrySizesReport report;

    private final List<Value.ImageName> names;

    private RegistrySizesDocument(RegistrySizesReport report) {
        this.report = report;
        this.names = report.images().stream().map(image -> new Value.ImageName(image.index(), image.name())).toList();
    }

    /** The document of a report. */
    public static Document of(RegistrySizesReport report) {
        return new RegistrySizesDocument(report).document();
    }

    private Document document() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("sizes", "Compressed sizes", List.of(this.report.allPlatforms() ? platforms()
                : images(),
                new Block.Paragraph(Line.of("Layer blobs as the registry stores them. A layer that an image "
                        + "has twice counts once.")))));
        if (this.names.size() > 1) {
            sections.add(Section.of("pulls", "Bytes to pull", this.report.allPlatforms() ? List.of(pullsOfPlatforms())
                    : pulls(this.report.platforms().getFirst())));
        }
        if (!this.report.allPlatforms()) {
            sections.add(configs(this.report.platforms().getFirst().images()));
        }
        if (!this.report.budgets().isEmpty()) {
            sections.add(budgets());
        }
        sections.add(Section.of("requests", "Requests", List.of(new Block.Paragraph(requests()))));
        return new Document("Image sizes", this.names, headlines(), sections);
    }

    /** Exceeded budgets come first. The growth is that of one platform. */
    private List<Line> headlines() {
        List<Line> headlines = new ArrayList<>();
        this.report.budgets()
                .stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .forEach(finding -> headlines.add(Line.of("Budget exceeded: ", new Value.Prose(finding.evidence()))));
        if (this.report.allPlatforms()) {
            this.report.budgets()
                    .stream()
                    .filter(finding -> finding.verdict() == Verdict.UNKNOWN)
                    .forEach(finding -> headlines.add(Line.of("Not compared: ", new Value.Prose(finding.evidence()))));
        } else {
            List<RegistrySizesReport.Entry> images = this.report.platforms().getFirst().images();
            images.stream().skip(1).map(image -> growth(image, images.getFirst())).forEach(headlines::add);
        }
        return headlines;
    }

    private Line growth(RegistrySizesReport.Entry image, RegistrySizesReport.Entry first) {
        Long grown = image.growthBytes();
        if (grown == null) {
            return Line.of(name(image), " is ", new Value.Code(image.platform()), ", ", this.names.getFirst(), " is ",
                    new Value.Code(first.platform()), ": different platforms");
        }
        Object other = this.names.size() > 2 ? "the first image" : this.names.getFirst();
        if (grown == 0) {
            return Line.of(name(image), " has the same compressed size as ", other);
        }
        String percent = Bytes.growthInPercent(first.compressedBytes(), image.compressedBytes());
        return Line.of(name(image), " is ", new Value.Size(Math.abs(grown), false), grown < 0 ? " smaller" : " larger",
                percent.isEmpty() ? null : Line.of(" (", new Value.Figure(percent), ")"), " than ", other,
                ", compressed");
    }

    private Table images() {
        List<RegistrySizesReport.Entry> images = this.report.platforms().getFirst().images();
        List<Property> rows = new ArrayList<>(List.of(
                new Property("Compressed", image -> size(image, images.getFirst())),
                new Property("Layers", image -> Cell.count(image.layers()))));
        if (images.stream().anyMatch(image -> image.foreignLayers() > 0)) {
            rows.add(new Property("Foreign layers", image -> Cell.count(image.foreignLayers())));
        }
        return matrix("Size", rows, images, true);
    }

    private Table platforms() {
        return Table.of("Platform", this.report.platforms())
                .column("", row -> Cell.code(row.platform()))
                .named(Table.Shape.MATRIX, this.names, true, (row, index) -> {
                    RegistrySizesReport.Entry image = find(row, index);
                    return image == null ? Cell.absent() : size(image, find(row, 0));
                })
                .build();
    }

    private Table pullsOfPlatforms() {
        return Table.of(Line.of("With ", this.names.getFirst()), this.report.platforms())
                .column("", row -> Cell.code(row.platform()))
                .named(Table.Shape.MATRIX, this.names, true, (row, index) -> pull(row, 0, index))
                .remark("The layers of each image that a node with the first image must still pull.")
                .build();
    }

    private List<Block> pulls(RegistrySizesReport.OnPlatform row) {
        List<Block> blocks = new ArrayList<>();
        boolean many = this.names.size() > MANY_IMAGES;
        blocks.add(Table.of("With", many ? this.names.subList(0, 1) : this.names)
                .column("", name -> Cell.of(name))
                .named(Table.Shape.MATRIX, this.names, true, (present, wanted) -> pull(row, present.index(), wanted))
                .remark("The layers of each image that a node with the image of the row must still pull, and the "
                        + "number of layers that both images have. The same files compressed anew are another layer."
                        + (many ? " JSON has each pair of images." : ""))
                .build());
        if (!row.sharedLayers().isEmpty()) {
            blocks.add(Table.of(Line.count(row.sharedLayers().size(), "shared layer", "shared layers"),
                    row.sharedLayers())
                    .column("Layer", layer -> Cell.of(new Value.Digest(layer.digest())))
                    .number("Compressed", layer -> Cell.size(layer.compressedBytes()))
                    .column("Images", layer -> Cell.of(owners(layer.images())))
                    .least(SHARED_LAYERS)
                    .build());
        }
        return blocks;
    }

    private static Cell pull(RegistrySizesReport.OnPlatform row, int present, int wanted) {
        return row.pulls()
                .stream()
                .filter(pull -> pull.present() == present && pull.wanted() == wanted)
                .findFirst()
                .map(pull -> Cell.exactSize(pull.pulledBytes())
                        .withNote(Line.of(Line.count(pull.sharedLayers(), "shared layer", "shared layers"))))
                .orElseGet(Cell::absent);
    }

    private Section configs(List<RegistrySizesReport.Entry> images) {
        List<Property> rows = List.of(new Property("Platform", image -> Cell.code(image.platform())),
                new Property("Base image, as stated", image -> base(image.base())),
                new Property("Created", image -> config(image, config -> config.created() == null ? Cell.absent()
                        : Cell.of(Times.toTheMinute(config.created())))),
                new Property("Entrypoint", image -> config(image, config -> command(config.entrypoint()))),
                new Property("Command", image -> config(image, config -> command(config.command()))),
                new Property("User", image -> config(image,
                        config -> config.user().isEmpty() ? Cell.of("not set (root)") : Cell.code(config.user()))));
        List<Line> reasons = new ArrayList<>();
        for (RegistrySizesReport.Entry image : images) {
            if (image.configUnknownBecause() != null) {
                reasons.add(Line.of(name(image), ", config not read: ", new Value.Prose(image.configUnknownBecause())));
            }
            RegistrySizesReport.Image whole = this.report.images().get(image.index());
            if (whole.otherPlatformCount() > 0) {
                List<String> others = whole.otherPlatforms().stream().limit(OTHER_PLATFORMS).toList();
                int more = whole.otherPlatformCount() - others.size();
                reasons.add(Line.of(name(image), " also has ",
                        Line.count(whole.otherPlatformCount(), "other platform", "other platforms"), ": ",
                        Line.codes(others), more == 0 ? null : Line.of(" and ", new Value.Count(more), " more")));
            }
        }
        List<Block> blocks = new ArrayList<>(List.of(matrix("Config", rows, images, false)));
        if (!reasons.isEmpty()) {
            blocks.add(new Block.Bullets("", reasons));
        }
        return Section.of("configs", "Configs", blocks);
    }

    private Section budgets() {
        return Section.of("budgets", "Budgets", List.of(new Block.Bullets("", this.report.budgets()
                .stream()
                .map(finding -> Line.of(new Value.Tag(finding.verdict().title()),
                        ", " + finding.budget() + " " + finding.limit() + ": ", new Value.Prose(finding.evidence())))
                .toList())));
    }

    private Line requests() {
        return Line.of(Line.count(this.report.traffic().requests(), "request", "requests"), " for ",
                new Value.Size(this.report.traffic().bytes(), false),
                " of manifests and configs. No layer was requested, so nothing verifies the sizes.");
    }

    private Table matrix(String title, List<Property> rows, List<RegistrySizesReport.Entry> images, boolean numbers) {
        return Table.of(title, rows)
                .column("", row -> Cell.of(row.title()))
                .named(Table.Shape.MATRIX, this.names, numbers, (row, index) -> row.cell().apply(images.get(index)))
                .build();
    }

    private static Cell size(RegistrySizesReport.Entry image, RegistrySizesReport.@Nullable Entry first) {
        Cell cell = Cell.exactSize(image.compressedBytes());
        return first == null || image.growthBytes() == null || image.growthBytes() == 0 ? cell
                : cell.withNote(Line.of(
                        new Value.Figure(Bytes.growth(first.compressedBytes(), image.compressedBytes()))));
    }

    private static Cell base(RegistrySizesReport.@Nullable Base base) {
        if (base == null) {
            return Cell.absent();
        }
        Object name = base.name() == null ? new Value.Digest(Objects.requireNonNull(base.digest()))
                : new Value.Code(base.name());
        Line digest = base.name() == null || base.digest() == null ? null
                : Line.of(new Value.Digest(base.digest()), ", ");
        return Cell.of(name)
                .withNote(Line.of(digest, base.statedIn().equals("label")
                        ? "in a label, which may be inherited"
                        : "in the " + base.statedIn()));
    }

    private static Cell config(RegistrySizesReport.Entry image, Function<RegistrySizesReport.Config, Cell> cell) {
        return image.config() == null ? Cell.of("unknown") : cell.apply(image.config());
    }

    private static Cell command(List<String> words) {
        return words.isEmpty() ? Cell.absent() : Cell.of(new Value.Step(String.join(" ", words)));
    }

    private static RegistrySizesReport.@Nullable Entry find(RegistrySizesReport.OnPlatform row, int index) {
        return row.images().stream().filter(image -> image.index() == index).findFirst().orElse(null);
    }

    private Line owners(List<Integer> images) {
        return images.size() == this.names.size() ? Line.of("all images")
                : Line.joined(images.stream().map(this.names::get).toList(), ", ");
    }

    private Value.ImageName name(RegistrySizesReport.Entry image) {
        return this.names.get(image.index());
    }

    /** A row of a table of images. */
    private record Property(String title, Function<RegistrySizesReport.Entry, Cell> cell) {}
}
