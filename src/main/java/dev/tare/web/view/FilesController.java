package dev.tare.web.view;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.report.document.VisibleText;
import dev.tare.report.explore.FileQuery;
import dev.tare.report.explore.FileSearch;
import dev.tare.report.explore.FoundFile;
import dev.tare.report.explore.Glob;
import dev.tare.report.explore.SearchTooLongException;
import dev.tare.web.request.InvalidParameterException;
import dev.tare.wording.Counts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The page with the files that differ, filtered and in pages. */
@Controller("viewedFiles")
class FilesController {

    private static final int ROWS = 100;

    private final ViewedPair.Finder pairs;

    FilesController(ViewedPair.Finder pairs) {
        this.pairs = pairs;
    }

    @GetMapping("/comparisons/{id}/files")
    ModelAndView files(HttpServletRequest request, @PathVariable String id, Parameters asked) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to());
        FileQuery query = asked.toQuery();
        int page = asked.pageIndex();
        return this.pairs.page(request, pair, "files",
                () -> Map.of("asked", asked, "list", list(pair, query, asked, page)));
    }

    private static FileList list(ViewedPair pair, FileQuery query, Parameters asked, int page) {
        FileSearch search = pair.single() ? FileSearch.in(pair.after())
                : FileSearch.between(pair.before(), pair.after());
        FileSearch.Result found = found(search, query);
        List<Row> rows = new ArrayList<>();
        for (FoundFile file : found.page(page, ROWS)) {
            rows.add(Row.of(pair, file, search.ownerOf(file).line()));
        }
        int pages = Math.max(1, (found.files().size() + ROWS - 1) / ROWS);
        return new FileList(rows, Counts.of(found.files().size(), "file", "files"), Figures.size(found.before()),
                Figures.size(found.after()),
                found.linked() ? "sizes as listed" : Figures.change(found.before(), found.after()),
                page + 1, pages, page > 0 ? asked.address(pair, page) : null,
                page + 1 < pages ? asked.address(pair, page + 2) : null);
    }

    private static FileSearch.Result found(FileSearch search, FileQuery query) {
        try {
            return search.find(query);
        } catch (SearchTooLongException ex) {
            throw new InvalidParameterException(String.valueOf(ex.getMessage()));
        }
    }

    /**
     * The rows of a page, with the totals of all pages.
     *
     * @param change of the sizes, or a remark if it is not that of the image
     */
    record FileList(List<Row> rows, String count, String before, String after, String change, int page, int pages,
            @Nullable String previous, @Nullable String next) {

        FileList {
            rows = List.copyOf(rows);
        }
    }

    /** A file as the page shows it. */
    record Row(String path, @Nullable String address, @Nullable String formerPath, @Nullable String linkedTo,
            String line, String kind, String label, String before, String after, String change) {

        static Row of(ViewedPair pair, FoundFile file, String line) {
            String linked = file.sameFileAs();
            String former = file.kind() == FoundFile.Kind.MOVED && file.from() != null ? file.from().path() : null;
            return new Row("/" + VisibleText.of(file.path()), pair.file(file.path()),
                    former == null ? null : "/" + VisibleText.of(former),
                    linked == null ? null : "/" + VisibleText.of(linked), VisibleText.of(line),
                    file.kind().name().toLowerCase(Locale.ROOT), switch (file.kind()) {
                        case ADDED -> "+ only in B";
                        case REMOVED -> "\u2212 only in A";
                        case MODIFIED -> "\u2260 changed";
                        case MOVED -> "\u2192 moved";
                        case SAME -> "= same";
                    }, file.from() == null ? "\u2013" : Figures.size(file.before()),
                    file.to() == null ? "\u2013" : Figures.size(file.after()),
                    Figures.change(file.before(), file.after()));
        }
    }

    /** The filter in the address. */
    record Parameters(@Nullable Integer from, @Nullable Integer to, @Nullable String text, @Nullable String glob,
            @Nullable String change, @Nullable String line, @Nullable Integer layer, @Nullable Long min,
            @Nullable String sort, @Nullable Integer page) {

        private static final int LONGEST = 256;

        private static final int LONGEST_PATTERN = 64;

        FileQuery toQuery() {
            String pattern = bounded("glob", this.glob, LONGEST_PATTERN);
            FoundFile.Kind kind = choice("change", this.change, FoundFile.Kind.values());
            FileQuery.Sort order = choice("sort", this.sort, FileQuery.Sort.values());
            return new FileQuery(bounded("text", this.text, LONGEST_PATTERN),
                    pattern.isEmpty() ? null : new Glob(pattern), kind,
                    bounded("line", this.line, LONGEST), this.layer, this.min == null ? 0 : this.min,
                    order == null ? FileQuery.Sort.CHANGE : order);
        }

        int pageIndex() {
            if (this.page != null && this.page < 1) {
                throw new InvalidParameterException(
                        "The parameter \"page\" is " + this.page + ", but pages begin at 1.");
            }
            return this.page == null ? 0 : this.page - 1;
        }

        String address(ViewedPair pair, int number) {
            UriComponentsBuilder address = UriComponentsBuilder.fromUriString(pair.address("files"));
            add(address, "text", this.text);
            add(address, "glob", this.glob);
            add(address, "change", this.change);
            add(address, "line", this.line);
            add(address, "layer", this.layer);
            add(address, "min", this.min);
            add(address, "sort", this.sort);
            return address.queryParam("page", number).encode(StandardCharsets.UTF_8).build().toString();
        }

        private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) {
                address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
            }
        }

        private static String bounded(String name, @Nullable String value, int most) {
            if (value != null && value.length() > most) {
                throw new InvalidParameterException(
                        "The parameter \"" + name + "\" has more than " + most + " characters.");
            }
            return value == null ? "" : value;
        }

        private static <T extends Enum<T>> @Nullable T choice(String name, @Nullable String value, T[] choices) {
            if (value == null || value.isEmpty()) {
                return null;
            }
            return Stream.of(choices)
                    .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new InvalidParameterException("The parameter \"" + name
                            + "\" has an unknown value. Use one of "
                            + Stream.of(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList() + "."));
        }
    }
}
