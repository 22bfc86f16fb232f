package dev.tare.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

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

    private static Map<MediaType, Function<ComparisonReport, byte[]>> formats() {
        Map<MediaType, Function<ComparisonReport, byte[]>> formats = new LinkedHashMap<>();
        add(formats, ReportFormat.JSON);
        for (ReportFormat format : ReportFormat.values()) {
            add(formats, format);
        }
        return formats;
    }

    private static void add(Map<MediaType, Function<ComparisonReport, byte[]>> formats, ReportFormat format) {
        formats.put(MediaType.valueOf(format.mediaType()),
                report -> format.write(report).getBytes(StandardCharsets.UTF_8));
    }
}
