package dev.tare.report.sizes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.tare.report.VersionsReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.report.section.Document;
import dev.tare.wording.Times;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** The check of a base image for people. */
public final class BaseCheckDocument {

    private static final int CHANGES = 40;

    private final BaseCheckReport report;

    private BaseCheckDocument(BaseCheckReport report) {
        this.report = report;
    }

    /** The document of a report. */
    public static Document of(BaseCheckReport report) {
        return new BaseCheckDocument(report).document();
    }

    private Document document() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("base", "Base image", base()));
        if (this.report.packages() != null) {
            sections.add(Section.of("packages", "Packages of the base image", packages(this.report.packages())));
        }
        sections.add(Section.of("requests", "Requests", List.of(new Block.Paragraph(Line.of(
                Line.count(this.report.traffic().requests(), "request", "requests"), " for ",
                new Value.Size(this.report.traffic().bytes(), false), " of manifests and configs.")))));
        return new Document("Base image check", List.of(new Value.ImageName(0, this.report.image())),
                List.of(headline()), sections);
    }

    private Line headline() {
        Value.Code base = new Value.Code(this.report.base());
        return this.report.moved()
                ? Line.of("The base image ", base, " has moved since the build")
                : Line.of("The base image ", base, " has not moved since the build");
    }

    private List<Block> base() {
        List<Property> rows = List.of(new Property("Digest", state -> Cell.of(new Value.Digest(state.digest()))),
                new Property("Manifest", state -> Cell.of(new Value.Digest(state.manifestDigest()))),
                new Property("Compressed", state -> Cell.exactSize(state.compressedBytes())),
                new Property("Layers", state -> Cell.count(state.layers())),
                new Property("Created", state -> state.created() == null ? Cell.absent()
                        : Cell.of(Times.toTheMinute(state.created()))));
        List<Line> remarks = new ArrayList<>();
        remarks.add(Line.of("Platform ", new Value.Code(this.report.platform()), ", base image ", source(), "."));
        BaseCheckReport.Update update = this.report.update();
        if (this.report.beforeUnknownBecause() != null) {
            remarks.add(Line.of("The base image of the build is not known: ",
                    new Value.Prose(this.report.beforeUnknownBecause())));
        }
        if (!this.report.beginsWithBase()) {
            remarks.add(Line.of("The image does not begin with the layers of ", new Value.Code(this.report.base()),
                    this.report.before() == null ? "." : " at the build."));
        }
        if (this.report.packagesNotComparedBecause() != null) {
            remarks.add(
                    Line.of("Packages are not compared, because " + this.report.packagesNotComparedBecause() + "."));
        }
        if (update != null && this.report.moved()) {
            long growth = update.compressedGrowthBytes();
            remarks.add(growth == 0 ? Line.of("A new build gets a base image of the same compressed size.")
                    : Line.of("A new build gets a base image that is ", new Value.Size(Math.abs(growth), false),
                            growth < 0 ? " smaller, compressed." : " larger, compressed."));
            remarks.add(Line.of("A node with the earlier base image pulls ",
                    new Value.Size(update.pulledBytes(), false), update.sharedLayers() == 0 ? ". They share no layer."
                            : Line.of(". They share ", Line.count(update.sharedLayers(), "layer", "layers"), ".")));
        }
        return List.of(Table.of("Base image", rows)
                .column("", row -> Cell.of(row.title()))
                .column("At the build", row -> row.of(this.report.before()))
                .column("Now", row -> row.of(this.report.now()))
                .build(), new Block.Bullets("", remarks));
    }

    private String source() {
        return switch (this.report.statedIn()) {
            case "option" -> "from --base";
            case "label" -> "in a label, which may be inherited";
            default -> "in an annotation of the " + this.report.statedIn();
        };
    }

    private static List<Block> packages(BaseCheckReport.Packages packages) {
        return List.of(
                new Block.Paragraph(Line.of("Uncompressed, the layers have ",
                        new Value.Size(packages.beforeUncompressedBytes(), false), " at the build and ",
                        new Value.Size(packages.nowUncompressedBytes(), false), " now.")),
                versions("Packages", packages.packages()), versions("Libraries", packages.jars()),
                versions("Java runtimes", packages.javaRuntimes()));
    }

    private static Block versions(String title, VersionsReport versions) {
        if (versions.changes().empty()) {
            return new Block.Paragraph(Line.of(title + ": no change."));
        }
        return Table.of(title, versions.changes().items())
                .column("Name", change -> Cell.code(change.name()))
                .column("At the build", change -> versions(change.fromVersions()))
                .column("Now", change -> versions(change.toVersions()))
                .column("Change",
                        change -> Cell.of(Words.of(change.direction() == null ? change.change() : change.direction())))
                .least(CHANGES)
                .build();
    }

    private static Cell versions(List<String> versions) {
        return versions.isEmpty() ? Cell.absent() : Cell.code(versions.stream().collect(joining(", ")));
    }

    /** A row of the table of both base images. */
    private record Property(String title, Function<BaseCheckReport.State, Cell> cell) {

        Cell of(BaseCheckReport.@Nullable State state) {
            return state == null ? Cell.of("unknown") : this.cell.apply(state);
        }
    }
}
