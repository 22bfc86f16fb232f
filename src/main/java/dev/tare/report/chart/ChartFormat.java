package dev.tare.report.chart;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The formats of a chart. The command and the page select one by the extension of a file name. */
public enum ChartFormat {

    SVG("image/svg+xml", chart -> SvgChart.file(chart).getBytes(StandardCharsets.UTF_8)),

    /** A lambda and not a method reference, so that the classes that draw pixels are only loaded for a PNG. */
    PNG("image/png", chart -> PngChart.write(chart));

    private final String mediaType;

    /** It has no state, so it is immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<SizeChart, byte[]> writer;

    ChartFormat(String mediaType, Function<SizeChart, byte[]> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /** The format with an extension in any case, such as {@code svg}. */
    public static Optional<ChartFormat> ofExtension(String extension) {
        return Stream.of(values()).filter(format -> format.name().equalsIgnoreCase(extension)).findFirst();
    }

    /** The display name of the format. */
    public String title() {
        return name();
    }

    public String mediaType() {
        return this.mediaType;
    }

    /** The file name extension, without a dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Draws a chart as the content of a file. */
    public byte[] write(SizeChart chart) {
        return this.writer.apply(chart);
    }
}
