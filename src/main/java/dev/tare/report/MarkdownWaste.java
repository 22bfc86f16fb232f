package dev.tare.report;

import java.util.List;

/** What each image holds in vain: files that no container sees, and content that is there more than once. */
final class MarkdownWaste {

    private static final int PATHS = 5;

    private MarkdownWaste() {}

    static void write(ImageReport image, List<String> lines, int items) {
        wasted(image, lines, items);
        duplicates(image.duplicates(), lines, items);
    }

    private static void wasted(ImageReport image, List<String> lines, int items) {
        Listing<WastedFileReport> waste = image.waste();
        if (waste.empty()) {
            return;
        }
        lines.addAll(List.of("", "Wasted, %s in %s:".formatted(HumanSize.of(image.sizes().wastedBytes()),
                Figures.count(waste.total(), "file", "files")), ""));
        waste.items()
                .stream()
                .limit(items)
                .forEach(file -> lines.add("- %s (%s) %s".formatted(MarkdownText.code("/" + file.path()),
                        HumanSize.of(file.uncompressedBytes()), Figures.waste(file))));
        more(lines, waste.total() - items);
    }

    private static void duplicates(DuplicatesReport duplicates, List<String> lines, int items) {
        if (duplicates.largest().empty()) {
            return;
        }
        lines.addAll(List.of("", Figures.duplicates(duplicates) + ":", ""));
        duplicates.largest()
                .items()
                .stream()
                .limit(items)
                .forEach(duplicate -> lines.add("- %s each: %s".formatted(HumanSize.of(duplicate.sizeBytes()),
                        paths(duplicate.files()))));
        more(lines, duplicates.contents() - items);
    }

    private static String paths(Listing<DuplicateFileReport> files) {
        List<String> shown = files.items()
                .stream()
                .limit(PATHS)
                .map(file -> MarkdownText.code("/" + file.path()) + " (layer " + file.layer() + ")")
                .toList();
        long more = files.total() - shown.size();
        return String.join(", ", shown) + (more == 0 ? "" : " and " + Figures.count(more) + " more");
    }

    private static void more(List<String> lines, long more) {
        if (more > 0) {
            lines.add("- and " + Figures.count(more) + " more");
        }
    }
}
