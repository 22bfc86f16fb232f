package dev.tare.web.format;

import dev.tare.report.sizes.RegistrySizesDocument;
import dev.tare.report.sizes.RegistrySizesReport;
import org.springframework.stereotype.Component;

/** Writes reports of sizes in the formats of other reports. */
@Component
final class RegistrySizesConverter extends FormatConverter<RegistrySizesReport> {

    RegistrySizesConverter() {
        super(RegistrySizesReport.class,
                formats((format, report, out) -> format.write(RegistrySizesDocument.of(report), report, out)));
    }
}
