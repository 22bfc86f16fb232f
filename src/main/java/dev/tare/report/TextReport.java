package dev.tare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import static java.util.stream.Collectors.joining;

/**
 * A report for a terminal, no line of it wider than 100 columns. Images are numbered, so that any number of them fits;
 * long lists are cut, and what was left out is said.
 */
public final class TextReport {

    static final int WIDTH = 100;

    private static final int NAME_WIDTH = 35;

    /** So many columns of verdicts or counts fit beside the longest title. */
    private static final int COLUMNS = 5;

    private TextReport() {}

    /** Writes a comparison. */
    public static String write(ComparisonReport report) {
        List<String> lines = new ArrayList<>();
        images(report, lines);
        budgets(report.budgets(), lines);
        TextPolicy.write(report, lines);
        matrices(report, lines);
        report.images().forEach(image -> TextContents.write(image, lines));
        open(report, lines);
        report.differences().forEach(difference -> TextDifference.write(report, difference, lines));
        return lines.stream().map(line -> Figures.shortened(line, WIDTH)).reduce("", (all, line) -> all + line + "\n");
    }

    /** Writes an inspection. */
    public static String write(InspectionReport report) {
        return write(report.alone());
    }

    /** An image's number and name, with every character visible, its end kept if it is too long. */
    static String name(ImageReport image) {
        String name = VisibleText.of(image.name());
        int[] codePoints = name.codePoints().toArray();
        String shown = codePoints.length <= NAME_WIDTH ? name
                : "…" + new String(codePoints, codePoints.length - NAME_WIDTH + 1, NAME_WIDTH - 1);
        return number(image.index()) + " " + shown;
    }

    static String number(int image) {
        return "#" + (image + 1);
    }

    private static void images(ComparisonReport report, List<String> lines) {
        TextTable table =
                new TextTable().row("Image", List.of("gross", "tare", "net", "compressed", "visible", "wasted"));
        report.images().forEach(image -> table.row(name(image), sizes(image)));
        lines.addAll(table.lines());
        lines.add("  Efficiency as dive has it, for comparison: " + report.images()
                .stream()
                .limit(COLUMNS)
                .map(image -> number(image.index()) + " " + Figures.efficiency(image.diveEfficiency()))
                .collect(joining(", ")) + (report.images().size() > COLUMNS ? ", …" : ""));
        sharing(report, lines);
        report.images()
                .forEach(image -> TextWrap.add(lines, "  ", "     ", number(image.index()) + " "
                        + VisibleText.of(base(image.weight()))));
        remarks(report, lines);
    }

    private static String base(WeightReport weight) {
        return weight.baseLayers() == null ? "base unknown: " + weight.unknownBecause()
                : "base is its lowest " + Figures.count(weight.baseLayers(), "layer", "layers") + ": "
                        + weight.evidence();
    }

    private static void remarks(ComparisonReport report, List<String> lines) {
        report.images()
                .forEach(image -> image.remarks()
                        .forEach(remark -> TextWrap.add(lines, "  ", "     ",
                                number(image.index()) + " " + VisibleText.of(remark))));
    }

    private static List<String> sizes(ImageReport image) {
        return List.of(HumanSize.of(image.weight().grossUncompressedBytes()),
                Figures.size(image.weight().tareUncompressedBytes()),
                Figures.size(image.weight().netUncompressedBytes()), Figures.size(image.sizes().compressedBytes()),
                HumanSize.of(image.sizes().visibleBytes()), HumanSize.of(image.sizes().wastedBytes()));
    }

    private static void sharing(ComparisonReport report, List<String> lines) {
        if (report.sharing().isEmpty()) {
            return;
        }
        TextTable table = new TextTable().row("Against the others", List.of("shared", "unique", "to pull"));
        report.sharing()
                .forEach(sharing -> table.row(name(report.images().get(sharing.image())),
                        List.of(HumanSize.of(sharing.sharedUncompressedBytes()),
                                HumanSize.of(sharing.uniqueUncompressedBytes()),
                                Figures.size(sharing.uniqueCompressedBytes()))));
        lines.add("");
        lines.addAll(table.lines());
        lines.add("  Shared and unique are uncompressed bytes of files, to pull is compressed.");
    }

    private static void budgets(List<BudgetReport> budgets, List<String> lines) {
        if (budgets.isEmpty()) {
            return;
        }
        lines.addAll(List.of("", "Budgets"));
        for (BudgetReport budget : budgets) {
            lines.add("  %s  %s %s".formatted(Figures.verdict(budget.verdict()), budget.budget(), budget.limit()));
            TextWrap.add(lines, "        ", "        ", VisibleText.of(budget.evidence()));
        }
    }

    private static void matrices(ComparisonReport report, List<String> lines) {
        List<ImageReport> images = report.images();
        for (int start = 0; start < images.size(); start += COLUMNS) {
            List<ImageReport> some = images.subList(start, Math.min(images.size(), start + COLUMNS));
            lines.addAll(List.of("", "Practices and contents"));
            lines.addAll(matrix(some).lines());
            TextMatrix.write(report, start, start + some.size(), lines);
        }
    }

    private static TextTable matrix(List<ImageReport> images) {
        ImageReport first = images.getFirst();
        TextTable table = new TextTable().row("", images.stream().map(image -> number(image.index())).toList());
        IntStream.range(0, first.practices().size())
                .forEach(i -> table.row(first.practices().get(i).title(),
                        images.stream().map(image -> Figures.verdict(image.practices().get(i))).toList()));
        table.row("secrets", images.stream().map(image -> Figures.count(image.secrets().total())).toList());
        table.row("OS packages", images.stream().map(Figures::osPackages).toList());
        table.row("language packages", images.stream()
                .map(image -> Figures.count(image.languagePackages().total()))
                .toList());
        table.row("jars", images.stream().map(image -> Figures.count(image.jars().total())).toList());
        table.row("files", images.stream().map(image -> Figures.count(image.files().files())).toList());
        table.row("executables", images.stream().map(image -> Figures.count(image.files().executables())).toList());
        IntStream.range(0, first.surface().size())
                .forEach(i -> table.row(first.surface().get(i).title(), images
                        .stream()
                        .map(image -> Figures.count(image.surface().get(i).paths().total()))
                        .toList()));
        return table;
    }

    private static void open(ComparisonReport report, List<String> lines) {
        for (ImageReport image : report.images()) {
            lines.addAll(List.of("", name(image) + " leaves open"));
            int before = lines.size();
            image.practices()
                    .stream()
                    .filter(PracticeReport::open)
                    .forEach(practice -> open(practice, lines));
            if (lines.size() == before) {
                lines.add("  nothing");
            }
            waived(image, lines);
        }
    }

    private static void waived(ImageReport image, List<String> lines) {
        image.practices().stream().filter(practice -> practice.waivedBecause() != null).forEach(practice -> {
            open(practice, lines);
            TextWrap.add(lines, "           waived: ", "           ", VisibleText.of(practice.waivedBecause()));
        });
    }

    private static void open(PracticeReport practice, List<String> lines) {
        lines.add("  %-7s  %s".formatted(Figures.verdict(practice.verdict()), practice.title()));
        practice.evidence()
                .forEach(sentence -> TextWrap.add(lines, "           ", "           ", VisibleText.of(sentence)));
    }
}
