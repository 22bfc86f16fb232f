package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.report.CheckReport;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Row;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;

/** The verdicts of the checks, with the evidence for them. */
final class CheckSection {

    private final List<ImageReport> images;

    private CheckSection(List<ImageReport> images) {
        this.images = images;
    }

    static Section of(ComparisonReport report) {
        CheckSection checks = new CheckSection(report.images());
        List<Integer> open = checks.positions(true);
        List<Integer> kept = checks.positions(false);
        List<Block> blocks = new ArrayList<>();
        if (!open.isEmpty()) {
            blocks.add(checks.table("Open checks", open).build());
        } else if (!kept.isEmpty()) {
            blocks.add(new Block.Paragraph(Line.of("Every image passes all checks that apply to it.")));
        }
        if (!kept.isEmpty()) {
            blocks.add(checks.table("Checks that every image passes, or that do not apply", kept)
                    .folded(true)
                    .build());
        }
        return Section.of("checks", "Checks", blocks);
    }

    /** Indexes of the checks that an image does not pass or waives, or of all others. */
    private List<Integer> positions(boolean open) {
        return IntStream.range(0, this.images.getFirst().checks().size())
                .filter(at -> open == this.images.stream().anyMatch(image -> needsAttention(image.checks().get(at))))
                .boxed()
                .toList();
    }

    private static boolean needsAttention(CheckReport check) {
        return check.open() || check.waivedBecause() != null;
    }

    private Table.Builder<Integer> table(String title, List<Integer> positions) {
        return Table.of(title, positions)
                .column("", at -> Cell.of(check(at).title()))
                .images(Table.Shape.MATRIX, this.images, false,
                        (at, image) -> Cell.verdict(this.images.get(image).checks().get(at)))
                .about(at -> Line.of(check(at).requirement(), " ", check(at).why()))
                .facts(at -> this.images.stream().map(image -> fact(image, image.checks().get(at))).toList());
    }

    private CheckReport check(int at) {
        return this.images.getFirst().checks().get(at);
    }

    private static Row.Fact fact(ImageReport image, CheckReport check) {
        List<Line> lines = new ArrayList<>();
        check.evidence().forEach(sentence -> lines.add(Line.of(new Value.Prose(sentence))));
        if (check.remedy() != null) {
            lines.add(Line.of(new Value.Advice(check.remedy())));
        }
        if (check.waivedBecause() != null) {
            lines.add(Line.of("Waived: ", new Value.Prose(check.waivedBecause())));
        }
        return new Row.Fact(Line.of(Value.ImageName.of(image), ": " + check.verdict().title()
                + (check.waivedBecause() == null ? "" : ", waived")), lines, !needsAttention(check));
    }
}
