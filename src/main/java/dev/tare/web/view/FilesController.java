package dev.tare.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.image.HistoryEntry;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.report.document.VisibleText;
import dev.tare.report.explore.FileQuery;
import dev.tare.report.explore.FileSearch;
import dev.tare.report.explore.FoundFile;
import dev.tare.report.explore.LineId;
import dev.tare.report.explore.SearchTooLongException;
import dev.tare.web.html.Figures;
import dev.tare.web.request.InvalidParameterException;
import dev.tare.web.request.PolicyParameters;
import dev.tare.wording.Counts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page with the files that differ, filtered and in pages. */
@Controller("viewedFiles")
class FilesController {

    private static final int ROWS = 100;

    /** Lines in the list to choose from. A link from another page may select any line. */
    private static final int LINES = 100;

    private final ViewedPair.Finder pairs;

    FilesController(ViewedPair.Finder pairs) {
        this.pairs = pairs;
    }

    @GetMapping("/comparisons/{id}/files")
    ModelAndView files(HttpServletRequest request, @PathVariable String id, FileFilter asked,
            @RequestParam(required = false) @Nullable Integer page, PolicyParameters policy) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to(), policy.toPolicy());
        FileQuery query = asked.toQuery();
        if (page != null && page < 1) {
            throw new InvalidParameterException("The parameter \"page\" is " + page + ", but pages begin at 1.");
        }
        return this.pairs.page(request, pair, "files", () -> {
            FileSearch search = pair.files();
            return Map.of("asked", asked, "list", list(pair, find(search, query), asked, page == null ? 0 : page - 1),
                    "columns", Column.of(pair, asked), "orders", orders(pair, asked), "parts", parts(search, asked),
                    "layers", layers(pair));
        });
    }

    /** The files that fit. */
    static FileSearch.Result find(FileSearch search, FileQuery query) {
        try {
            return search.find(query);
        } catch (SearchTooLongException ex) {
            throw new InvalidParameterException(String.valueOf(ex.getMessage()));
        }
    }

    private static FileList list(ViewedPair pair, FileSearch.Result found, FileFilter asked, int page) {
        String address = pair.address().view("files") + asked.parameters() + "&page=";
        int pages = Math.max(1, (found.files().size() + ROWS - 1) / ROWS);
        return new FileList(found.page(page, ROWS).stream().map(file -> Row.of(pair, file)).toList(),
                Counts.of(found.files().size(), "file", "files"), Figures.size(found.before()),
                Figures.size(found.after()), found.linked() ? null : Figures.change(found.before(), found.after()),
                page + 1, pages, page > 0 ? address + page : null, page + 1 < pages ? address + (page + 2) : null,
                pair.address().view("files.csv") + asked.parameters(),
                pair.address().view("files.json") + asked.parameters());
    }

    private static List<Part> parts(FileSearch search, FileFilter asked) {
        List<Part> parts = new ArrayList<>();
        search.lines().forEach((chapter, lines) -> {
            List<Choice> choices = new ArrayList<>();
            choices.add(Choice.of(LineId.of(chapter), "All of " + chapter.title(), asked.line()));
            lines.stream()
                    .limit(LINES)
                    .forEach(line -> choices.add(Choice.of(LineId.of(chapter, line), line, asked.line())));
            parts.add(new Part(chapter.title(), choices));
        });
        boolean listed = parts.stream().flatMap(part -> part.choices().stream()).anyMatch(Choice::selected);
        if (asked.line() != null && !asked.line().isEmpty() && !listed) {
            parts.addFirst(new Part("Chosen", List.of(Choice.of(asked.line(), asked.line(), asked.line()))));
        }
        return parts;
    }

    /** The orders for screens without room for the heads of the columns. */
    private static List<Choice> orders(ViewedPair pair, FileFilter asked) {
        List<Choice> orders = new ArrayList<>();
        if (!pair.single()) {
            orders.add(order(FileQuery.Sort.CHANGE, true, "Largest change first", asked));
        }
        orders.add(order(FileQuery.Sort.SIZE, true, "Largest file first", asked));
        orders.add(order(FileQuery.Sort.PATH, false, "By path", asked));
        orders.add(order(FileQuery.Sort.PART, false, "By part", asked));
        if (orders.stream().noneMatch(Choice::selected)) {
            orders.add(new Choice(value(asked.order()), "As chosen in the table", true));
        }
        return orders;
    }

    private static Choice order(FileQuery.Sort sort, boolean descending, String title, FileFilter asked) {
        FileQuery.Order order = new FileQuery.Order(sort, descending);
        return new Choice(value(order), title, order.equals(asked.order()));
    }

    /** An order as a parameter. */
    private static String value(FileQuery.Order order) {
        return (order.descending() ? "-" : "") + order.sort().name().toLowerCase(Locale.ROOT);
    }

    private static List<Part> layers(ViewedPair pair) {
        Part second = layers("to-", pair.toLetter(), pair.after());
        return pair.single() ? List.of(second) : List.of(layers("from-", pair.fromLetter(), pair.before()), second);
    }

    private static Part layers(String prefix, char letter, Inspection image) {
        List<InspectedLayer> layers = image.weight().layers();
        return new Part(letter + ": " + VisibleText.of(image.image().name()), IntStream.range(0, layers.size())
                .mapToObj(i -> new Choice(prefix + (i + 1), layer(letter, i, layers.get(i).layer().history()), false))
                .toList());
    }

    private static String layer(char letter, int index, @Nullable HistoryEntry history) {
        String step = history == null || history.createdBy() == null ? "" : history.createdBy();
        return letter + " " + (index + 1)
                + (step.isBlank() ? "" : ": " + VisibleText.shortened(VisibleText.of(step), 60));
    }

    /**
     * The rows of a page, with the totals of all pages.
     *
     * @param change of the sizes, or {@code null} if it is not that of the image
     * @param csv    address of all rows
     * @param json   address of all rows
     */
    record FileList(List<Row> rows, String count, String before, String after, @Nullable String change, int page,
            int pages, @Nullable String previous, @Nullable String next, String csv, String json) {

        FileList {
            rows = List.copyOf(rows);
        }
    }

    /** Choices with a heading. */
    record Part(String title, List<Choice> choices) {

        Part {
            choices = List.copyOf(choices);
        }
    }

    record Choice(String value, String title, boolean selected) {

        private static Choice of(String value, String title, @Nullable String asked) {
            return new Choice(value, VisibleText.shortened(VisibleText.of(title), 60), value.equals(asked));
        }
    }

    /**
     * The head of a column, which sorts the rows.
     *
     * @param address of the rows in its order, or in the reverse order if they have its order
     * @param sorted  for {@code aria-sort}, or {@code null}
     */
    record Column(String title, String css, String address, @Nullable String sorted) {

        private static List<Column> of(ViewedPair pair, FileFilter asked) {
            if (pair.single()) {
                return List.of(column(pair, asked, "Path", "path", FileQuery.Sort.PATH),
                        column(pair, asked, "Part", "", FileQuery.Sort.PART),
                        column(pair, asked, "Size", "number", FileQuery.Sort.SIZE));
            }
            return List.of(column(pair, asked, "Path", "path", FileQuery.Sort.PATH),
                    column(pair, asked, "Part", "", FileQuery.Sort.PART),
                    column(pair, asked, "Change", "", FileQuery.Sort.KIND),
                    column(pair, asked, String.valueOf(pair.fromLetter()), "number", FileQuery.Sort.BEFORE),
                    column(pair, asked, String.valueOf(pair.toLetter()), "number", FileQuery.Sort.AFTER),
                    column(pair, asked, "Growth", "number", FileQuery.Sort.CHANGE));
        }

        /** Texts begin with the first, and sizes with the largest. */
        private static Column column(ViewedPair pair, FileFilter asked, String title, String css,
                FileQuery.Sort sort) {
            FileQuery.Order order = asked.order();
            boolean current = order.sort() == sort;
            boolean descending = current ? !order.descending() : css.equals("number");
            return new Column(title, css,
                    pair.address().view("files") + asked.parameters(value(new FileQuery.Order(sort, descending))),
                    current ? order.descending() ? "descending" : "ascending" : null);
        }
    }

    /** A file as the page shows it. */
    record Row(String path, @Nullable String address, @Nullable String formerPath, @Nullable String linkedTo,
            String line, String style, String label, String before, String after, String change) {

        static Row of(ViewedPair pair, FoundFile file) {
            String linked = file.sameFileAs();
            String former = file.kind() == FoundFile.Kind.MOVED && file.from() != null ? file.from().path() : null;
            return new Row("/" + VisibleText.of(file.path()), pair.file(file.path()),
                    former == null ? null : "/" + VisibleText.of(former),
                    linked == null ? null : "/" + VisibleText.of(linked), VisibleText.of(file.owner().line()),
                    switch (file.kind()) {
                        case ADDED -> "tb";
                        case REMOVED -> "ta";
                        case MODIFIED, MOVED, SAME -> "";
                    }, switch (file.kind()) {
                        case ADDED -> "+ only in " + pair.toLetter();
                        case REMOVED -> "\u2212 only in " + pair.fromLetter();
                        case MODIFIED -> "\u2260 changed";
                        case MOVED -> "\u2192 moved";
                        case SAME -> "= same";
                    }, file.from() == null ? "\u2013" : Figures.size(file.before()),
                    file.to() == null ? "\u2013" : Figures.size(file.after()),
                    Figures.change(file.before(), file.after()));
        }
    }
}
