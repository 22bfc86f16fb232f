package dev.tare.report;

import java.util.ArrayList;
import java.util.List;

/** What an image holds in vain, for a terminal. */
final class TextWaste {

    private static final int ITEMS = 5;

    private static final int PATHS = 3;

    private TextWaste() {}

    static void write(ImageReport image, List<String> lines) {
        Listing<WastedFileReport> waste = image.waste();
        if (!waste.empty()) {
            lines.add("  wasted, %s in %s".formatted(HumanSize.of(image.sizes().wastedBytes()),
                    Figures.count(waste.total(), "file", "files")));
            waste.items().stream().limit(ITEMS).forEach(file -> wasted(file, lines));
            more(lines, waste.total());
        }
        DuplicatesReport duplicates = image.duplicates();
        if (!duplicates.largest().empty()) {
            TextWrap.add(lines, "  ", "  ", Figures.duplicates(duplicates));
            duplicates.largest().items().stream().limit(ITEMS).forEach(duplicate -> duplicate(duplicate, lines));
            more(lines, duplicates.contents());
        }
    }

    private static void wasted(WastedFileReport file, List<String> lines) {
        lines.add("%9s  %s".formatted(HumanSize.of(file.uncompressedBytes()), VisibleText.of("/" + file.path())));
        lines.add("           " + Figures.waste(file));
    }

    private static void duplicate(DuplicateReport duplicate, List<String> lines) {
        List<String> paths = new ArrayList<>();
        duplicate.files().items().stream().limit(PATHS).forEach(file -> paths.add(VisibleText.of("/" + file.path())));
        if (duplicate.files().total() > paths.size()) {
            paths.add("and " + Figures.count(duplicate.files().total() - paths.size()) + " more");
        }
        for (int i = 0; i < paths.size(); i++) {
            lines.add("%9s  %s".formatted(i == 0 ? HumanSize.of(duplicate.sizeBytes()) : "", paths.get(i)));
        }
    }

    private static void more(List<String> lines, long total) {
        if (total > ITEMS) {
            lines.add("           and " + Figures.count(total - ITEMS) + " more");
        }
    }
}
