package dev.tare.web.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.tare.comparison.ledger.LedgerDifference;
import dev.tare.inspection.ledger.Ledger;
import dev.tare.report.document.VisibleText;
import dev.tare.report.explore.MapNode;
import dev.tare.report.treemap.Box;
import dev.tare.web.html.Figures;
import dev.tare.web.request.InvalidParameterException;
import dev.tare.web.request.PolicyParameters;
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
    ModelAndView map(HttpServletRequest request, @PathVariable String id, Parameters asked,
            PolicyParameters policy) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to(), policy.toPolicy());
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
        String view = pair.address().view("map") + "&mode=";
        String address = view + mode(differing);
        return new MapPage(VisibleText.of(node.name()), differing, figures(pair, node), above(whole, node, address),
                view + mode(true) + "&at=" + node.id(), view + mode(false) + "&at=" + node.id(),
                node.id().isEmpty() ? null : pair.address().view("files") + "&line=" + node.id(),
                MapDrawing.html(MapDrawing.draw(node, differing, WIDE, address)),
                MapDrawing.html(MapDrawing.draw(node, differing, TALL, address)),
                shown.stream()
                        .limit(ROWS)
                        .map(child -> new Row(VisibleText.of(child.name()),
                                child.id().isEmpty() ? null : address + "&at=" + child.id(),
                                Figures.size(child.before()), Figures.size(child.after()),
                                Figures.change(child.before(), child.after())))
                        .toList(),
                omitted(shown.size() - ROWS));
    }

    private static String mode(boolean differing) {
        return differing ? "diff" : "all";
    }

    private static String figures(ViewedPair pair, MapNode node) {
        return pair.single() ? Figures.size(node.after())
                : Figures.size(node.before()) + " \u2192 " + Figures.size(node.after()) + ", "
                        + Figures.change(node.before(), node.after());
    }

    /** The parts that contain a part, the whole first. */
    private static List<Crumb> above(MapNode whole, MapNode node, String address) {
        List<Crumb> crumbs = new ArrayList<>();
        if (!node.id().isEmpty()) {
            crumbs.add(new Crumb(whole.name(), address));
            whole.children()
                    .stream()
                    .filter(chapter -> node.id().startsWith(chapter.id() + "."))
                    .forEach(chapter -> crumbs.add(new Crumb(chapter.name(), address + "&at=" + chapter.id())));
        }
        return crumbs;
    }

    private static @Nullable String omitted(int parts) {
        return parts <= 0 ? null
                : Counts.of(parts, "smaller part is", "smaller parts are") + " not listed.";
    }

    /**
     * The map of a part, and the same as a table.
     *
     * @param figures the sizes of the part
     * @param above   the parts that contain it
     * @param differ  address of the same part with only what differs
     * @param all     address of the same part with everything
     * @param files   address of its files
     * @param wide    elements of the drawing for wide screens
     * @param tall    the same for narrow screens
     * @param omitted a sentence about parts that the table does not list, or {@code null}
     */
    record MapPage(String name, boolean differing, String figures, List<Crumb> above, String differ, String all,
            @Nullable String files, String wide, String tall, List<Row> rows,
            @Nullable String omitted) {

        MapPage {
            above = List.copyOf(above);
            rows = List.copyOf(rows);
        }
    }

    record Crumb(String name, String address) {}

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
