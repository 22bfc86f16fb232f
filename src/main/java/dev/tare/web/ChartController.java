package dev.tare.web;

import dev.tare.policy.Policy;
import dev.tare.report.chart.PngChart;
import dev.tare.report.chart.SizeChart;
import dev.tare.report.chart.SvgChart;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The chart of a comparison, for the page and for other uses. */
@RestController
class ChartController {

    static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    /** The style sheet in the file has the colors for a dark screen. The policy blocks everything else. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Comparisons comparisons;

    ChartController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping(path = { "/comparisons/{id}/chart.svg", "/api/comparisons/{id}/chart.svg" }, produces = "image/svg+xml")
    ResponseEntity<String> svg(@PathVariable String id) {
        return ResponseEntity.ok().header("Content-Security-Policy", POLICY).body(SvgChart.file(chart(id)));
    }

    @GetMapping(path = { "/comparisons/{id}/chart.png",
            "/api/comparisons/{id}/chart.png" }, produces = MediaType.IMAGE_PNG_VALUE)
    byte[] png(@PathVariable String id) {
        return PngChart.write(chart(id));
    }

    private SizeChart chart(String id) {
        return SizeChart.of(this.comparisons.report(id, Policy.NONE));
    }
}
