package dev.tare.web;

import dev.tare.inspection.Inspection;
import dev.tare.report.sbom.Sbom;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The bills of materials of a comparison's images. */
@RestController
class SbomController {

    private final Comparisons comparisons;

    SbomController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping(path = { "/comparisons/{id}/images/{index}/sbom.json",
            "/api/comparisons/{id}/images/{index}/sbom.json" }, produces = Sbom.MEDIA_TYPE)
    ResponseEntity<Download> sbom(HttpMethod method, @PathVariable String id, @PathVariable int index) {
        Inspection image = this.comparisons.image(id, index);
        return Download.of(method, MediaType.valueOf(Sbom.MEDIA_TYPE), "tare-" + id + "-" + index + ".cdx.json",
                writer -> Sbom.write(image, writer));
    }
}
