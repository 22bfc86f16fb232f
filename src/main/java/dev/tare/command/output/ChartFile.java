package dev.tare.command.output;

import java.nio.file.Path;
import java.util.stream.Stream;

import dev.tare.image.InvalidValueException;
import dev.tare.report.chart.ChartFormat;
import dev.tare.report.chart.SizeChart;

import static java.util.stream.Collectors.joining;

/** The file for a chart. The extension of its name is the format. */
public record ChartFile(Path path, ChartFormat format) {

    /**
     * Parses a path that ends with {@code .svg} or {@code .png}.
     *
     * @throws InvalidValueException if it has another extension
     */
    public static ChartFile parse(String text) {
        ChartFormat format = ChartFormat.ofExtension(text.substring(text.lastIndexOf('.') + 1))
                .filter(_ -> text.indexOf('.') >= 0)
                .orElseThrow(() -> new InvalidValueException("chart file", text, "a path that ends with "
                        + Stream.of(ChartFormat.values()).map(one -> "." + one.extension()).collect(joining(" or "))));
        return new ChartFile(FilePath.parse(text), format);
    }

    byte[] draw(SizeChart chart) {
        return this.format.write(chart);
    }
}
