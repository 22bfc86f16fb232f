package dev.tare.web.format;

import dev.tare.report.ComparisonReport;
import dev.tare.report.output.ReportFormat;
import org.springframework.stereotype.Component;

/** Writes reports. A client that accepts any format gets JSON; one that accepts any text gets plain text. */
@Component
final class ReportConverter extends FormatConverter<ComparisonReport> {

    ReportConverter() {
        super(ComparisonReport.class, formats(ReportFormat::write));
    }
}
