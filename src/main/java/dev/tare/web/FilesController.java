package dev.tare.web;

import java.nio.charset.StandardCharsets;

import dev.tare.inspection.Inspection;
import dev.tare.report.files.FilesFormat;
import dev.tare.web.format.Download;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The complete list of an image's paths. */
@RestController
class FilesController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Comparisons comparisons;

    FilesController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping(path = { "/comparisons/{id}/images/{index}/files.csv",
            "/api/comparisons/{id}/images/{index}/files.csv" }, produces = "text/csv")
    ResponseEntity<Download> csv(HttpMethod method, @PathVariable String id, @PathVariable int index) {
        Inspection image = this.comparisons.image(id, index);
        return Download.of(method, CSV, "tare-" + id + "-" + index + ".csv",
                writer -> FilesFormat.CSV.write(image.files().entries(), image.software().owners(), writer));
    }
}
