package dev.tare.web.view;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import dev.tare.policy.Policy;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.explore.FileQuery;
import dev.tare.report.output.BreakdownCsv;
import dev.tare.report.output.TableFormat;
import dev.tare.web.Comparisons;
import dev.tare.web.format.Download;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The views of a comparison as tables. The extension of the address selects the format. Tables have all rows, except that of
 * the breakdown.
 */
@RestController
class ExportController {

    private final ViewedPair.Finder pairs;

    private final Comparisons comparisons;

    ExportController(ViewedPair.Finder pairs, Comparisons comparisons) {
        this.pairs = pairs;
        this.comparisons = comparisons;
    }

    /** The rows of the map, as far as a report lists them. Other bytes are in rows of their own. */
    @GetMapping(path = { "/comparisons/{id}/breakdown.{extension}", "/api/comparisons/{id}/breakdown.{extension}" },
            produces = { "text/csv", MediaType.APPLICATION_JSON_VALUE })
    ResponseEntity<Download> breakdown(HttpServletRequest request, @PathVariable String id,
            @PathVariable String extension, Indexes asked) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to(), Policy.NONE);
        return export(request, pair, "breakdown", extension, () -> {
            ComparisonReport report = this.comparisons.report(request, pair.kept(), pair.from(), pair.to());
            return pair.single() ? BreakdownCsv.table(new InspectionReport(report.schemaVersion(), report.verdict(),
                    report.images().get(pair.to()), report.policy(), null)) : BreakdownCsv.table(report);
        });
    }

    /** All files that fit the filter. */
    @GetMapping(path = { "/comparisons/{id}/files.{extension}", "/api/comparisons/{id}/files.{extension}" },
            produces = { "text/csv", MediaType.APPLICATION_JSON_VALUE })
    ResponseEntity<Download> differingFiles(HttpServletRequest request, @PathVariable String id,
            @PathVariable String extension, FileFilter asked) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to(), Policy.NONE);
        FileQuery query = asked.toQuery();
        return export(request, pair, "files", extension, () -> {
            this.pairs.hold(request, pair);
            return ViewTables.files(FilesController.find(pair.files(), query));
        });
    }

    /** All layers. */
    @GetMapping(path = { "/comparisons/{id}/layers.{extension}", "/api/comparisons/{id}/layers.{extension}" },
            produces = { "text/csv", MediaType.APPLICATION_JSON_VALUE })
    ResponseEntity<Download> layers(HttpServletRequest request, @PathVariable String id,
            @PathVariable String extension, Indexes asked) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to(), Policy.NONE);
        return export(request, pair, "layers", extension, () -> ViewTables.layers(pair));
    }

    /** The packages, libraries and Java runtimes that differ. */
    @GetMapping(path = { "/comparisons/{id}/packages.{extension}", "/api/comparisons/{id}/packages.{extension}" },
            produces = { "text/csv", MediaType.APPLICATION_JSON_VALUE })
    ResponseEntity<Download> packages(HttpServletRequest request, @PathVariable String id,
            @PathVariable String extension, Indexes asked) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to(), Policy.NONE);
        return export(request, pair, "packages", extension, () -> {
            this.pairs.hold(request, pair);
            return ViewTables.packages(pair);
        });
    }

    /** Nothing is built for a request that needs no body. */
    private static ResponseEntity<Download> export(HttpServletRequest request, ViewedPair pair, String name,
            String extension, Supplier<TableFormat.Table> table) {
        TableFormat format = TableFormat.ofExtension(extension)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        TableFormat.Table rows = method.equals(HttpMethod.HEAD) ? _ -> {} : table.get();
        MediaType type = MediaType.valueOf(format.mediaType());
        return Download.of(method, format == TableFormat.CSV ? new MediaType(type, StandardCharsets.UTF_8) : type,
                "tare-" + pair.kept().id() + "-" + name + "-" + pair.from() + "-" + pair.to() + "." + extension,
                writer -> format.write(rows, writer));
    }

    /**
     * The images of a view.
     *
     * @param from index of the first image
     * @param to   index of the second image
     */
    record Indexes(@Nullable Integer from, @Nullable Integer to) {}
}
