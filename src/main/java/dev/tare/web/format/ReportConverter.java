package dev.tare.web.format;

import java.io.IOException;
import java.io.Writer;

import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.output.ReportFormat;
import org.springframework.stereotype.Component;

/**
 * Writes reports; that of one image as the command does. A client that accepts any format gets JSON; one that accepts any
 * text gets plain text.
 */
@Component
final class ReportConverter extends FormatConverter<ComparisonReport> {

    ReportConverter() {
        super(ComparisonReport.class, formats(ReportConverter::write));
    }

    private static void write(ReportFormat format, ComparisonReport report, Writer out) throws IOException {
        InspectionReport ofOneImage = report.ofOneImage();
        if (ofOneImage == null) {
            format.write(report, out);
        } else {
            format.write(ofOneImage, out);
        }
    }
}
