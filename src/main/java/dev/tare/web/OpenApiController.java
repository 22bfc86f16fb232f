package dev.tare.web;

import java.io.IOException;
import java.time.Duration;

import dev.tare.inspection.base.BasesFile;
import dev.tare.report.json.ReportSchema;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description of the API and the JSON Schema of its reports. Tests compare both with the code. */
@RestController
class OpenApiController {

    private final byte[] description;

    OpenApiController() throws IOException {
        this.description = ApiDescription.read();
    }

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> description() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1))).body(this.description);
    }

    @GetMapping(path = "/schema/report.json", produces = ReportSchema.MEDIA_TYPE)
    ResponseEntity<String> schema() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1))).body(ReportSchema.read());
    }

    @GetMapping(path = "/schema/sizes.json", produces = ReportSchema.MEDIA_TYPE)
    ResponseEntity<String> sizesSchema() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1))).body(ReportSchema.ofSizes());
    }

    /** The form of the files that the setting {@code tare.bases} and {@code --bases} name. */
    @GetMapping(path = "/schema/bases.json", produces = ReportSchema.MEDIA_TYPE)
    ResponseEntity<String> basesSchema() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1))).body(BasesFile.schema());
    }
}
