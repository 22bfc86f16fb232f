package dev.tare.web.html;

import java.util.List;
import java.util.Locale;

import dev.tare.report.CheckReport;
import dev.tare.report.overview.CheckGroups;
import dev.tare.report.overview.CheckGroups.Row;
import dev.tare.wording.Counts;

/** Writes checks as a grid with a mark for each image. A row opens to the evidence and the next step. */
final class ChecksHtml {

    private final StringBuilder html = new StringBuilder();

    private final int images;

    private ChecksHtml(int images) {
        this.images = images;
    }

    static String of(CheckGroups groups) {
        List<Row> attention = groups.attention();
        ChecksHtml checks = new ChecksHtml(
                (attention.isEmpty() ? groups.met() : attention).stream()
                        .mapToInt(row -> row.images().size())
                        .max()
                        .orElse(0));
        if (attention.isEmpty()) {
            checks.html.append("<p>Every check that applies is met.</p>\n");
        } else {
            checks.head();
            checks.list("ck", attention);
        }
        if (!groups.met().isEmpty()) {
            checks.html.append("<details class=\"more\"><summary>")
                    .append(Counts.of(groups.met().size(), "check is", "checks are"))
                    .append(checks.images > 1 ? " met by all" : " met")
                    .append(", or not applicable</summary>\n");
            checks.list("ck met", groups.met());
            checks.html.append("</details>\n");
        }
        return checks.html.toString();
    }

    private void head() {
        if (this.images == 1) {
            return;
        }
        this.html.append("<p class=\"ck-head\" aria-hidden=\"true\">");
        for (int image = 0; image < this.images; image++) {
            this.html.append(BarsHtml.badge(image));
        }
        this.html.append("</p>\n");
    }

    private void list(String style, List<Row> rows) {
        this.html.append("<ul class=\"").append(style).append("\">\n");
        rows.forEach(this::row);
        this.html.append("</ul>\n");
    }

    private void row(Row row) {
        CheckReport check = row.check();
        this.html.append("<li><details id=\"check-")
                .append(LineHtml.escaped(check.id()))
                .append("\"><summary><span class=\"marks\">");
        for (int image = 0; image < this.images; image++) {
            mark(image, row.images().get(image));
        }
        this.html.append("</span><span>")
                .append(LineHtml.escaped(check.title()))
                .append("</span></summary><div class=\"ev\"><p>")
                .append(LineHtml.escaped(check.requirement()))
                .append(' ')
                .append(LineHtml.escaped(check.why()))
                .append("</p>");
        for (int image = 0; image < this.images; image++) {
            evidence(image, row.images());
        }
        row.images()
                .stream()
                .map(CheckReport::remedy)
                .filter(remedy -> remedy != null)
                .distinct()
                .forEach(remedy -> this.html.append("<p><strong>To fix:</strong> ")
                        .append(LineHtml.escaped(remedy))
                        .append("</p>"));
        this.html.append("</div></details></li>\n");
    }

    private void mark(int image, CheckReport check) {
        String words = words(check);
        this.html.append("<span class=\"v ")
                .append(check.waivedBecause() == null ? check.verdict().name().toLowerCase(Locale.ROOT)
                        : "waived")
                .append("\" title=\"")
                .append(words)
                .append("\"><span aria-hidden=\"true\">")
                .append(sign(check))
                .append("</span><span class=\"sr\">")
                .append(this.images == 1 ? "" : BarsHtml.letter(image) + ": ")
                .append(words)
                .append(". </span></span>");
    }

    /** Images with the same evidence share a paragraph. */
    private void evidence(int image, List<CheckReport> all) {
        CheckReport check = all.get(image);
        StringBuilder letters = new StringBuilder();
        for (int other = 0; other < all.size(); other++) {
            boolean same =
                    all.get(other).evidence().equals(check.evidence()) && words(all.get(other)).equals(words(check));
            if (same && other < image) {
                return;
            }
            if (same && this.images > 1) {
                letters.append(letters.isEmpty() ? "" : ", ").append(BarsHtml.letter(other));
            }
        }
        this.html.append("<p>");
        if (!letters.isEmpty()) {
            this.html.append("<strong>").append(letters).append(":</strong> ");
        }
        this.html.append(LineHtml.escaped(String.join(" ", check.evidence())));
        if (check.waivedBecause() != null) {
            this.html.append(" Waived: ").append(LineHtml.escaped(check.waivedBecause()));
        }
        this.html.append("</p>");
    }

    private static String words(CheckReport check) {
        if (check.waivedBecause() != null) {
            return "waived";
        }
        return switch (check.verdict()) {
            case PASS -> "met";
            case WARN -> "warning";
            case FAIL -> "failed";
            case NOT_APPLICABLE -> "not applicable";
            case UNKNOWN -> "unknown";
        };
    }

    private static String sign(CheckReport check) {
        if (check.waivedBecause() != null) {
            return "○";
        }
        return switch (check.verdict()) {
            case PASS -> "✓";
            case WARN -> "!";
            case FAIL -> "✕";
            case NOT_APPLICABLE -> "–";
            case UNKNOWN -> "?";
        };
    }
}
