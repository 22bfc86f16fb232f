package dev.tare.report.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.report.ImageSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class SizeChartTests {

    private final SizeChart chart = new SizeChart("Image sizes, uncompressed",
            List.of(new SizeChart.Bar("slim", 210_000_000, 150_000_000L, 60_000_000L),
                    new SizeChart.Bar("<script>&\"", 155_000_000, 95_000_000L, 60_000_000L),
                    new SizeChart.Bar("unknown", 100_000_000, null, null)));

    @Test
    void inlineIsWellFormedAndEscaped() throws Exception {
        Document svg = parse(SvgChart.inline(this.chart, ChartWidth.WIDE));
        assertThat(svg.getDocumentElement().getTextContent()).contains("slim", "<script>&\"");
    }

    @Test
    void inlineHasNoStyleAndTakesThePagesColor() {
        assertThat(SvgChart.inline(this.chart, ChartWidth.WIDE)).doesNotContain("<style")
                .doesNotContain("style=")
                .contains("class=\"chart-text\" fill=\"currentColor\"");
    }

    @Test
    void fileHasItsOwnColorsForLightAndDark() throws Exception {
        String svg = SvgChart.file(this.chart);
        parse(svg);
        assertThat(svg).contains("prefers-color-scheme: dark")
                .contains("class=\"chart-ground\" fill=\"#ffffff\"")
                .doesNotContain("currentColor");
    }

    @Test
    void svgHasADescriptionInWords() {
        assertThat(SvgChart.inline(this.chart, ChartWidth.WIDE)).contains("role=\"img\"")
                .contains("<title id=")
                .contains(
                        "slim: 210 MB gross, 150 MB tare, 60.0 MB net; ")
                .contains("unknown: 100 MB gross, base unknown");
    }

    @Test
    void barsAreAsLongAsTheirBytes() {
        List<ChartShape.Box> bars = new ChartLayout(this.chart, ChartWidth.WIDE).shapes()
                .stream()
                .filter(ChartShape.Box.class::isInstance)
                .map(ChartShape.Box.class::cast)
                .filter(box -> box.height() == 22 && box.color() != ChartColor.GRID)
                .toList();
        assertThat(bars).extracting(ChartShape.Box::color)
                .containsExactly(ChartColor.TARE, ChartColor.NET,
                        ChartColor.TARE, ChartColor.NET, ChartColor.UNKNOWN);
        assertThat(bars.get(0).width() / bars.get(1).width()).isEqualTo(2.5,
                offset(0.001));
    }

    @Test
    void narrowChartFitsAPhoneAndHasTheSameFigures() throws Exception {
        SizeChart longNames = new SizeChart(this.chart.title(),
                List.of(new SizeChart.Bar("registry.example.com/a/long/name/of/an/image:1.0", 999_000_000, 1L,
                        998_999_999L),
                        new SizeChart.Bar("unknown", 100_000_000, null, null)));
        assertThat(new ChartLayout(longNames, ChartWidth.NARROW).shapes()).allSatisfy(shape -> {
            switch (shape) {
                case ChartShape.Box box -> assertThat(box.x() + box.width()).isLessThanOrEqualTo(390 - 2 * 16);
                case ChartShape.Text text -> assertThat(text.text().length() * text.size() / 2.0)
                        .isLessThanOrEqualTo(text.atEnd() ? text.x() : 390 - 2 * 16 - text.x());
            }
        });
        assertThat(parse(longNames.narrowSvg()).getDocumentElement().getTextContent()).contains("999 MB gross",
                "999 MB net", "base unknown");
    }

    @ParameterizedTest
    @EnumSource
    void wordsOfTheRulerDoNotOverlap(ChartWidth width) {
        for (long largest = 1; largest < 2_000_000_000L; largest += largest / 7 + 1) {
            SizeChart one = new SizeChart("t", List.of(new SizeChart.Bar("a", largest, null, null)));
            double end = 0;
            for (ChartShape shape : new ChartLayout(one, width).shapes()) {
                if (shape instanceof ChartShape.Text text && text.y() > new ChartLayout(one, width).height() - 40) {
                    double length = text.text().length() * 6.5;
                    double start = text.atEnd() ? text.x() - length : text.x();
                    assertThat(start).as("%s of %d", text, largest).isGreaterThanOrEqualTo(end);
                    end = start + length;
                }
            }
            assertThat(end).isPositive();
        }
    }

    @Test
    void bothChartsOfAPageHaveTheirOwnNames() {
        assertThat(this.chart.svg()).contains("id=\"size-chart-title\"");
        assertThat(this.chart.narrowSvg()).contains("aria-labelledby=\"narrow-size-chart-title narrow-size-chart-desc")
                .doesNotContain("\"size-chart-");
    }

    @Test
    void legendNamesUnknownOnlyIfAnImageHasAnUnknownBase() {
        SizeChart known = new SizeChart("t", this.chart.bars().subList(0, 2));
        assertThat(SvgChart.inline(known, ChartWidth.WIDE)).doesNotContain("unknown");
    }

    @Test
    void ofWhenThereAreVeryManyImagesDrawsTheFirstAndCountsAll() {
        List<Inspection> many = IntStream.range(0, 41)
                .mapToObj(i -> InspectionBuilder.image("image-" + i).layer("l" + i).build())
                .toList();
        SizeChart first = SizeChart.of(ImageSizes.of(new Comparison(many)));
        assertThat(first.bars()).hasSize(40);
        assertThat(first.title()).endsWith("the first 40 of 41 images");
    }

    @Test
    void chartWhenAllIsEmptyIsDrawn() throws Exception {
        parse(SvgChart.inline(new SizeChart("t", List.of(new SizeChart.Bar("empty", 0, 0L, 0L))), ChartWidth.WIDE));
    }

    @Test
    void pngHasBarsAndWords() throws IOException {
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(PngChart.write(this.chart)));
        assertThat(png.getWidth()).isEqualTo(2 * ChartWidth.WIDE.units());
        assertThat(colors(png, 180, 220)).as("words").contains(0x1f2328);
        assertThat(colors(png, 240, 250)).as("bars").contains(0x5b7aa0, 0xc9662b);
    }

    private static Set<Integer> colors(BufferedImage png, int from, int to) {
        Set<Integer> colors = new HashSet<>();
        for (int y = from; y < to; y++) {
            for (int x = 0; x < png.getWidth(); x++) {
                colors.add(png.getRGB(x, y) & 0xffffff);
            }
        }
        return colors;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
