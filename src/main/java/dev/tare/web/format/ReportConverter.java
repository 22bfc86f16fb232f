package dev.tare.web.format;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.tare.report.ComparisonReport;
import dev.tare.report.output.ReportFormat;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes reports. A client that accepts any format gets JSON; one that accepts any text gets plain text. */
@Component
final class ReportConverter extends FormatConverter<ComparisonReport> {

    ReportConverter() {
        super(ComparisonReport.class, formats());
    }

    private static Map<MediaType, Format<ComparisonReport>> formats() {
        Map<MediaType, Format<ComparisonReport>> formats = new LinkedHashMap<>();
        add(formats, ReportFormat.JSON);
        for (ReportFormat format : ReportFormat.values()) {
            add(formats, format);
        }
        return formats;
    }

    private static void add(Map<MediaType, Format<ComparisonReport>> formats, ReportFormat format) {
        formats.put(MediaType.valueOf(format.mediaType()), (report, out) -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            format.write(report, writer);
            writer.flush();
        });
    }
}
