package dev.tare.web.format;

import dev.tare.report.sizes.PullDocument;
import dev.tare.report.sizes.PullReport;
import org.springframework.stereotype.Component;

/** Writes reports of sizes in the formats of other reports. */
@Component
final class PullConverter extends FormatConverter<PullReport> {

    PullConverter() {
        super(PullReport.class, formats((format, report, out) -> format.write(PullDocument.of(report), report, out)));
    }
}
