package dev.tare.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What each image offers to somebody who got inside, counted and named. */
final class MarkdownSecurity {

    private MarkdownSecurity() {}

    static void write(ComparisonReport report, List<String> lines, int items) {
        lines.addAll(List.of("", "## Security", ""));
        lines.addAll(table(report).lines());
        lines.add("");
        report.images().forEach(image -> lines.add(user(image)));
        report.images().forEach(image -> secrets(image, lines, items));
        surfaces(report, lines, items);
    }

    private static MarkdownTable table(ComparisonReport report) {
        List<ImageReport> images = report.images();
        MarkdownTable table = new MarkdownTable("Found",
                images.stream().map(image -> MarkdownText.code(image.name())).toList());
        row(table, "executable files", images, image -> image.files().executables());
        row(table, "shared libraries", images, image -> image.files().sharedLibraries());
        row(table, "secrets", images, image -> image.secrets().total());
        table.row("OS packages", images.stream().map(Figures::osPackages).toList());
        row(table, "language packages", images, image -> image.languagePackages().total());
        row(table, "jars", images, image -> image.jars().total());
        IntStream.range(0, images.getFirst().surface().size())
                .filter(i -> !images.getFirst().surface().get(i).provision())
                .forEach(i -> row(table, images.getFirst().surface().get(i).title(), images,
                        image -> image.surface().get(i).paths().total()));
        return table;
    }

    private static void row(MarkdownTable table, String title, List<ImageReport> images,
            Function<ImageReport, Long> count) {
        table.row(title, images.stream().map(image -> Figures.count(count.apply(image))).toList());
    }

    private static String user(ImageReport image) {
        String user = image.config().user();
        return "- " + MarkdownText.code(image.name()) + " runs as "
                + (user.isEmpty() ? "root, since no user is set" : "user " + MarkdownText.code(user)) + ".";
    }

    private static void secrets(ImageReport image, List<String> lines, int items) {
        Listing<SecretReport> secrets = image.secrets();
        if (secrets.empty()) {
            return;
        }
        lines.add("- %s, secrets (%s):".formatted(MarkdownText.code(image.name()), Figures.count(secrets.total())));
        secrets.items().stream().limit(items).forEach(secret -> lines.add("  - " + secret(secret)));
        long more = secrets.total() - Math.min(items, secrets.items().size());
        if (more > 0) {
            lines.add("  - and " + Figures.count(more) + " more");
        }
    }

    private static String secret(SecretReport secret) {
        return secret.title() + " in " + MarkdownText.code(secret.place()) + Figures.place(secret) + ", "
                + Figures.certainty(secret);
    }

    private static void surfaces(ComparisonReport report, List<String> lines, int items) {
        for (ImageReport image : report.images()) {
            image.surface()
                    .stream()
                    .filter(surface -> !surface.provision() && !surface.paths().empty())
                    .forEach(surface -> lines.add("- %s, %s (%s): %s.".formatted(MarkdownText.code(image.name()),
                            surface.title(), Figures.count(surface.paths().total()), paths(surface.paths(), items))));
        }
    }

    private static String paths(Listing<SurfacePathReport> paths, int items) {
        List<String> shown = paths.items().stream().limit(items).map(MarkdownSecurity::path).toList();
        long more = paths.total() - shown.size();
        return MarkdownText.codes(shown) + (more == 0 ? "" : " and " + Figures.count(more) + " more");
    }

    private static String path(SurfacePathReport path) {
        return "/" + path.path() + (path.capabilities() == null ? "" : " " + path.capabilities());
    }
}
