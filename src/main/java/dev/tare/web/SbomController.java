package dev.tare.web;

import dev.tare.inspection.Inspection;
import dev.tare.report.sbom.SbomFormat;
import dev.tare.web.format.Download;
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
            "/api/comparisons/{id}/images/{index}/sbom.json" }, produces = SbomFormat.CYCLONEDX_TYPE)
    ResponseEntity<Download> sbom(HttpMethod method, @PathVariable String id, @PathVariable int index) {
        return download(SbomFormat.CYCLONEDX, method, id, index);
    }

    @GetMapping(path = { "/comparisons/{id}/images/{index}/sbom.spdx.json",
            "/api/comparisons/{id}/images/{index}/sbom.spdx.json" }, produces = SbomFormat.SPDX_TYPE)
    ResponseEntity<Download> spdx(HttpMethod method, @PathVariable String id, @PathVariable int index) {
        return download(SbomFormat.SPDX, method, id, index);
    }

    private ResponseEntity<Download> download(SbomFormat format, HttpMethod method, String id, int index) {
        Inspection image = this.comparisons.image(id, index);
        return Download.of(method, MediaType.valueOf(format.mediaType()),
                "tare-" + id + "-" + index + format.extension(), writer -> format.write(image, writer));
    }
}
