package dev.tare.web.format;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.tare.report.chart.ChartFormat;
import dev.tare.report.chart.SizeChart;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes charts. */
@Component
final class ChartConverter extends FormatConverter<SizeChart> {

    ChartConverter() {
        super(SizeChart.class, formats());
    }

    private static Map<MediaType, Format<SizeChart>> formats() {
        Map<MediaType, Format<SizeChart>> formats = new LinkedHashMap<>();
        for (ChartFormat format : ChartFormat.values()) {
            formats.put(MediaType.valueOf(format.mediaType()), (chart, out) -> out.write(format.write(chart)));
        }
        return formats;
    }
}
