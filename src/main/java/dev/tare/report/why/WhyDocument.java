package dev.tare.report.why;

import java.util.ArrayList;
import java.util.List;

import dev.tare.report.Listing;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.report.section.Document;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** The answer to {@code tare why} for people. */
public final class WhyDocument {

    private static final int ROWS = 20;

    private final WhyReport report;

    private WhyDocument(WhyReport report) {
        this.report = report;
    }

    /** The document of a report. */
    public static Document of(WhyReport report) {
        return new WhyDocument(report).document();
    }

    private Document document() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("owners", "Owner", List.of(owners())));
        sections.add(Section.of("layers", "Layer", List.of(layers())));
        if (this.report.osPackage() != null) {
            sections.add(Section.of("package", "Package", dependencies(this.report.osPackage())));
        }
        return new Document("Reason in an image", List.of(new Value.ImageName(0, this.report.image())),
                List.of(headline()), sections);
    }

    private Line headline() {
        return Line.of(new Value.Code(this.report.name()),
                this.report.requested() == null ? null
                        : Line.of(", to which ", new Value.Code(this.report.requested()), " leads,"),
                " has ", new Value.Size(this.report.visibleBytes(), true), " in ",
                Line.count(this.report.files(), "file", "files"));
    }

    private Block owners() {
        return Table.of("", this.report.owners())
                .column("Part", owner -> Cell.of(new Value.Prose(owner.title()), ": ", new Value.Prose(owner.line())))
                .column("Owner", owner -> Cell.of(new Value.Code(owner.name()), owner.version() == null ? "" : " ",
                        owner.version() == null ? null : new Value.Code(owner.version())))
                .number("Bytes", owner -> Cell.exactSize(owner.visibleBytes()))
                .column("Reason", owner -> Cell.prose(owner.reason()))
                .least(ROWS)
                .build();
    }

    private Block layers() {
        return Table.of("", this.report.layers())
                .number("#", layer -> Cell.count(layer.index()))
                .column("Origin", layer -> Cell.tag(Words.of(layer.origin())))
                .number("Bytes", layer -> Cell.exactSize(layer.visibleBytes()))
                .column("Made by", WhyDocument::step)
                .least(ROWS)
                .build();
    }

    private static Cell step(WhyReport.Layer layer) {
        String step = layer.createdBy() == null ? layer.comment() : layer.createdBy();
        return step == null || step.isBlank() ? Cell.of("not in the history") : Cell.of(new Value.Step(step));
    }

    private static List<Block> dependencies(WhyReport.PackageFacts one) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("Name: ", new Value.Code(one.name()), " ", new Value.Code(one.version())));
        lines.add(Line.of("Needed by: ", packages(one.dependents())));
        lines.add(Line.of("Needs: ", packages(one.dependencies())));
        lines.add(Line.of("Own bytes: ", size(one.visibleBytes())));
        if (one.neededByNothingElse() != null) {
            lines.add(Line.of("With packages that nothing else needs: ", size(one.withThemBytes())));
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block.Bullets("", lines)));
        if (one.neededByNothingElse() != null && !one.neededByNothingElse().empty()) {
            blocks.add(Table.of("Packages that nothing else needs", one.neededByNothingElse())
                    .column("Package", needed -> Cell.code(needed.name()))
                    .column("Version", needed -> Cell.code(needed.version()))
                    .number("Bytes", needed -> Cell.exactSize(needed.visibleBytes()))
                    .least(ROWS)
                    .build());
        }
        return blocks;
    }

    private static Line packages(@Nullable Listing<String> names) {
        if (names == null || names.empty()) {
            return Line.of(names == null ? "unknown" : "no package");
        }
        List<String> shown = names.items().subList(0, Math.min(ROWS, names.items().size()));
        long more = names.total() - shown.size();
        return Line.of(Line.codes(shown), more == 0 ? "" : " and ", more == 0 ? null
                : Line.count(more, "other", "others"));
    }

    private static Object size(@Nullable Long bytes) {
        return bytes == null ? "unknown" : new Value.Size(bytes, true);
    }
}
