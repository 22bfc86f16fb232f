package dev.tare.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.PracticeReport;

/** The verdicts of the practices, with the evidence for them. */
final class PracticeSection {

    private final List<ImageReport> images;

    private PracticeSection(List<ImageReport> images) {
        this.images = images;
    }

    static Section of(ComparisonReport report) {
        PracticeSection practices = new PracticeSection(report.images());
        List<Integer> open = practices.positions(true);
        List<Integer> kept = practices.positions(false);
        List<Block> blocks = new ArrayList<>();
        if (!open.isEmpty()) {
            blocks.add(practices.table("Open practices", open).build());
        } else if (!kept.isEmpty()) {
            blocks.add(new Block.Paragraph(Line.of("Every image follows all practices that apply to it.")));
        }
        if (!kept.isEmpty()) {
            blocks.add(practices.table("Practices that every image follows, or that do not apply", kept)
                    .folded(true)
                    .build());
        }
        return Section.of("practices", "Practices", blocks);
    }

    /** Indexes of the practices that an image does not follow or waives, or of all others. */
    private List<Integer> positions(boolean open) {
        return IntStream.range(0, this.images.getFirst().practices().size())
                .filter(at -> open == this.images.stream().anyMatch(image -> needsAttention(image.practices().get(at))))
                .boxed()
                .toList();
    }

    private static boolean needsAttention(PracticeReport practice) {
        return practice.open() || practice.waivedBecause() != null;
    }

    private Table.Builder<Integer> table(String title, List<Integer> positions) {
        return Table.of(title, positions)
                .column("", at -> Cell.of(practice(at).title()))
                .images(Table.Shape.MATRIX, this.images, false,
                        (at, image) -> verdict(this.images.get(image).practices().get(at)))
                .about(at -> Line.of(practice(at).asks(), " ", practice(at).why()))
                .facts(at -> this.images.stream().map(image -> fact(image, image.practices().get(at))).toList());
    }

    private PracticeReport practice(int at) {
        return this.images.getFirst().practices().get(at);
    }

    private static Cell verdict(PracticeReport practice) {
        return Cell.tag(practice.waivedBecause() == null ? Figures.verdict(practice.verdict()) : "waived");
    }

    private static Row.Fact fact(ImageReport image, PracticeReport practice) {
        List<Line> lines = new ArrayList<>();
        practice.evidence().forEach(sentence -> lines.add(Line.of(new Value.Prose(sentence))));
        if (practice.remedy() != null) {
            lines.add(Line.of(new Value.Advice(practice.remedy())));
        }
        if (practice.waivedBecause() != null) {
            lines.add(Line.of("Waived: ", new Value.Prose(practice.waivedBecause())));
        }
        return new Row.Fact(Line.of(Value.ImageName.of(image), ": " + Figures.verdict(practice.verdict())
                + (practice.waivedBecause() == null ? "" : ", waived")), lines, !needsAttention(practice));
    }
}
