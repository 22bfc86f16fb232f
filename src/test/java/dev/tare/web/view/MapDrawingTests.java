package dev.tare.web.view;

import java.util.List;

import dev.tare.report.explore.MapNode;
import dev.tare.report.treemap.Box;
import dev.tare.web.view.MapDrawing.Tile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MapDrawingTests {

    @Test
    void headingIsCutAfterAWord() {
        assertThat(heading("Package databases and caches", 130).label()).containsExactly("Package databases\u2026");
    }

    @Test
    void headingIsWholeIfItFits() {
        assertThat(heading("Package databases and caches", 300).label()).containsExactly("Package databases and caches");
    }

    @Test
    void headingIsEmptyIfNoWordFits() {
        Tile heading = heading("Documentation", 61);
        assertThat(heading.label()).isEmpty();
        assertThat(heading.title()).startsWith("Documentation: ");
    }

    @Test
    void stripBelowALabelStaysInItsTile() {
        Tile heading = heading("Package databases and caches", 130);
        assertThat(heading.left() - 3 + heading.labelWidth()).isLessThanOrEqualTo(130);
        assertThat(heading.labelHeight()).isLessThanOrEqualTo(18);
    }

    private static Tile heading(String name, double width) {
        MapNode one = new MapNode("one", "One", 100, 0, List.of());
        MapNode two = new MapNode("two", "Two", 100, 0, List.of());
        MapNode chapter = new MapNode("chapter", name, 200, 0, List.of(one, two));
        return MapDrawing.draw(new MapNode("", "Everything", 200, 0, List.of(chapter)), false,
                new Box(0, 0, width, 200), "map").getFirst();
    }
}
