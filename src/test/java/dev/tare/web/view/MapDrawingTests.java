package dev.tare.web.view;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.report.explore.MapNode;
import dev.tare.report.treemap.Box;
import dev.tare.web.view.MapDrawing.Tile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MapDrawingTests {

    @Test
    void headingIsCutAfterAWord() {
        assertThat(heading("Package databases and caches", 150).label()).containsExactly("Package databases\u2026");
    }

    @Test
    void headingIsWholeIfItFits() {
        assertThat(heading("Package databases and caches", 300).label())
                .containsExactly("Package databases and caches");
    }

    @Test
    void headingIsEmptyIfNoWordFits() {
        Tile heading = heading("Documentation", 61);
        assertThat(heading.label()).isEmpty();
        assertThat(heading.title()).startsWith("Documentation: ");
    }

    @Test
    void stripBelowALabelStaysInItsTile() {
        Tile tile = MapDrawing.draw(
                new MapNode("", "Everything", 200, 0, List.of(new MapNode("a", "Manual pages", 200, 0, List.of()))),
                false, new Box(0, 0, 100, 200), "map").getFirst();
        assertThat(tile.fill()).isEqualTo("url(#lost)");
        assertThat(tile.left() - 3 + tile.labelWidth()).isBetween(80.0, 100.0);
        assertThat(tile.labelHeight()).isEqualTo(29);
    }

    @Test
    void drawingHasAboutThreeHundredTilesAndTheRestAsOne() {
        List<MapNode> owners =
                IntStream.range(0, 2000).mapToObj(i -> new MapNode("", "o" + i, 100, 0, List.of())).toList();
        MapNode line = new MapNode("a.b", "Line", 200_000, 0, owners);
        List<Tile> tiles = MapDrawing.draw(line, false, new Box(0, 0, 1104, 540), "map");
        assertThat(tiles).hasSize(301);
        assertThat(tiles.getLast().title()).startsWith("1700 smaller");
        MapNode chapter = new MapNode("a", "Chapter", 200_000, 0, owners);
        assertThat(MapDrawing.draw(new MapNode("", "Everything", 400_000, 0, List.of(chapter, chapter)), false,
                new Box(0, 0, 1104, 540), "map")).hasSize(304);
    }

    @Test
    void tileShowsBothFiguresIfTheGrowthDoesNotExplainItsArea() {
        MapNode gone = new MapNode("", "Old manual", 1_500_000, 0, List.of());
        MapNode added = new MapNode("", "New manual", 0, 1_600_000, List.of());
        MapNode both = new MapNode("a", "Manuals", 1_500_000, 1_600_000, List.of(gone, added));
        assertThat(figure(both)).isEqualTo("\u22121.50\u00a0MB +1.60\u00a0MB");
        assertThat(figure(added)).isEqualTo("+1.60\u00a0MB");
    }

    @Test
    void namesAreEscaped() {
        MapNode node = new MapNode("x", "All", 200_000, 0,
                List.of(new MapNode("", "<b>&", 200_000, 0, List.of())));
        assertThat(MapDrawing.html(MapDrawing.draw(node, false, new Box(0, 0, 400, 200), "map?a&b")))
                .contains("&lt;b&gt;&amp;", "href=\"map?a&amp;b")
                .doesNotContain("<b>");
    }

    private static String figure(MapNode node) {
        MapNode whole = new MapNode("x", "All", node.before(), node.after(), List.of(node));
        return MapDrawing.draw(whole, true, new Box(0, 0, 400, 200), "map").getFirst().label().getLast();
    }

    private static Tile heading(String name, double width) {
        MapNode one = new MapNode("one", "One", 100, 0, List.of());
        MapNode two = new MapNode("two", "Two", 100, 0, List.of());
        MapNode chapter = new MapNode("chapter", name, 200, 0, List.of(one, two));
        return MapDrawing.draw(new MapNode("", "Everything", 200, 0, List.of(chapter)), false,
                new Box(0, 0, width, 200), "map").getFirst();
    }
}
