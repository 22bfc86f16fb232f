package dev.tare.web.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.tare.comparison.ledger.LedgerDifference;
import dev.tare.inspection.ledger.Ledger;
import dev.tare.report.document.VisibleText;
import dev.tare.report.explore.MapNode;
import dev.tare.report.treemap.Box;
import dev.tare.web.request.InvalidParameterException;
import dev.tare.wording.Counts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page with the breakdown as a treemap. */
@Controller
class MapController {

    private static final Box WIDE = new Box(0, 0, 1104, 540);

    private static final Box TALL = new Box(0, 0, 360, 720);

    private static final int ROWS = 1000;

    private final ViewedPair.Finder pairs;

    MapController(ViewedPair.Finder pairs) {
        this.pairs = pairs;
    }

    @GetMapping("/comparisons/{id}/map")
    ModelAndView map(HttpServletRequest request, @PathVariable String id, Parameters asked) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to());
        boolean differing = asked.differing(pair);
        return this.pairs.page(request, pair, "map", () -> Map.of("map", map(pair, differing, asked.at())));
    }

    private static MapPage map(ViewedPair pair, boolean differing, @Nullable String at) {
        MapNode whole = MapNode.of(LedgerDifference.between(Ledger.of(pair.before()), Ledger.of(pair.after())));
        MapNode node = at == null ? whole : MapNode.find(whole, at);
        if (node == null) {
            throw new InvalidParameterException("The parameter \"at\" names no part of these images.");
        }
        List<MapNode> shown = node.children()
                .stream()
                .filter(child -> child.weight(differing) > 0)
                .sorted(Comparator.comparingLong((MapNode child) -> -child.weight(differing)))
                .toList();
        String address = pair.address("map") + "&mode=" + (differing ? "diff" : "all");
        return new MapPage(VisibleText.of(node.name()), node.id(), differing, address,
                pair.address("map") + "&mode=" + (differing ? "all" : "diff") + "&at=" + node.id(),
                node.id().isEmpty() ? null : pair.address("files") + "&line=" + node.id(),
                MapDrawing.draw(node, differing, WIDE, address), MapDrawing.draw(node, differing, TALL, address),
                shown.stream()
                        .limit(ROWS)
                        .map(child -> new Row(VisibleText.of(child.name()),
                                child.id().isEmpty() ? null : address + "&at=" + child.id(),
                                Figures.size(child.before()), Figures.size(child.after()),
                                Figures.change(child.before(), child.after())))
                        .toList(),
                omitted(shown.size() - ROWS));
    }

    private static @Nullable String omitted(int parts) {
        return parts <= 0 ? null
                : Counts.of(parts, "smaller part is", "smaller parts are") + " not listed.";
    }

    /**
     * The map of a part, and the same as a table.
     *
     * @param omitted a sentence about parts that the table does not list, or {@code null}
     */
    record MapPage(String name, String at, boolean differing, String address, String otherMode,
            @Nullable String files, List<MapDrawing.Tile> wide, List<MapDrawing.Tile> tall, List<Row> rows,
            @Nullable String omitted) {

        MapPage {
            wide = List.copyOf(wide);
            tall = List.copyOf(tall);
            rows = List.copyOf(rows);
        }
    }

    record Row(String name, @Nullable String address, String before, String after, String change) {}

    record Parameters(@Nullable Integer from, @Nullable Integer to, @Nullable String mode, @Nullable String at) {

        boolean differing(ViewedPair pair) {
            if (this.mode != null && !this.mode.equals("all") && !this.mode.equals("diff")) {
                throw new InvalidParameterException("The parameter \"mode\" is neither \"all\" nor \"diff\".");
            }
            boolean differ = !pair.before().files().equals(pair.after().files());
            return this.mode == null ? differ : this.mode.equals("diff");
        }
    }
}
