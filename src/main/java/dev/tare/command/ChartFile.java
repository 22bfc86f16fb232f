package dev.tare.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

import dev.tare.image.InvalidValueException;
import dev.tare.report.chart.PngChart;
import dev.tare.report.chart.SizeChart;
import dev.tare.report.chart.SvgChart;

/** The file for a chart. The extension of its name is the format. */
record ChartFile(Path path) {

    private static final String SVG = ".svg";

    private static final String PNG = ".png";

    /**
     * Parses a path that ends with {@code .svg} or {@code .png}.
     *
     * @throws InvalidValueException if it has another extension
     */
    static ChartFile parse(String text) {
        if (!hasEnding(text, SVG) && !hasEnding(text, PNG)) {
            throw new InvalidValueException("chart file", text, "a path that ends with .svg or .png");
        }
        try {
            return new ChartFile(Path.of(text));
        } catch (InvalidPathException ex) {
            throw new InvalidValueException("chart file", text, "a path");
        }
    }

    byte[] draw(SizeChart chart) {
        return hasEnding(this.path.toString(), PNG) ? PngChart.write(chart)
                : SvgChart.file(chart).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasEnding(String text, String ending) {
        return text.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
