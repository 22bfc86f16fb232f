package dev.tare.web;

import dev.tare.report.ImageSizes;
import dev.tare.report.chart.ChartFormat;
import dev.tare.report.chart.SizeChart;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The chart of a comparison, for the page and for other uses. */
@RestController
class ChartController {

    /** The style sheet in an SVG has the colors for a dark screen. The policy blocks everything else. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Comparisons comparisons;

    ChartController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping({ "/comparisons/{id}/chart.{extension}", "/api/comparisons/{id}/chart.{extension}" })
    ResponseEntity<SizeChart> chart(@PathVariable String id, @PathVariable String extension) {
        ChartFormat format = ChartFormat.ofExtension(extension)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(format.mediaType()))
                .header("Content-Security-Policy", POLICY)
                .body(SizeChart.of(ImageSizes.of(this.comparisons.get(id).comparison())));
    }
}
