package dev.tare.web.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.tare.report.document.VisibleText;
import dev.tare.report.explore.MapNode;
import dev.tare.report.treemap.Box;
import dev.tare.report.treemap.Treemap;
import dev.tare.web.html.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Draws a part of the breakdown as tiles in which tiles of the next level lie. */
final class MapDrawing {

    /** Tiles of one drawing, besides those of chapters and of the rest of each. */
    static final int MOST = 300;

    private static final double LEAST_SIDE = 3;

    private static final double HEADER = 18;

    private static final double LETTER = 6.6;

    private static final double HEADING_LETTER = 7.6;

    private static final int LINE_HEIGHT = 13;

    private static final int LEAST_LETTERS = 4;

    /** A tile shows both figures if the smaller one is more than this part of their sum. */
    private static final int EXCHANGED = 10;

    private final List<Tile> tiles = new ArrayList<>();

    private final boolean differing;

    private final String address;

    private MapDrawing(boolean differing, String address) {
        this.differing = differing;
        this.address = address;
    }

    /** @param address of the map, to which the identifier of a part is added */
    static List<Tile> draw(MapNode node, boolean differing, Box box, String address) {
        MapDrawing drawing = new MapDrawing(differing, address);
        drawing.children(node, box, node.id().isEmpty(), "", MOST);
        return drawing.tiles;
    }

    /** The tiles as elements of an SVG. A template would evaluate a dozen expressions for each. */
    static String html(List<Tile> tiles) {
        StringBuilder html = new StringBuilder();
        tiles.forEach(tile -> tile.append(html));
        return html.toString();
    }

    private void children(MapNode node, Box box, boolean nested, String outer, int most) {
        List<MapNode> shown = node.children()
                .stream()
                .filter(child -> child.weight(this.differing) > 0)
                .sorted(Comparator.comparingLong((MapNode child) -> -child.weight(this.differing)))
                .toList();
        List<Long> weights = new ArrayList<>(shown.stream().map(child -> child.weight(this.differing)).toList());
        long all = weights.stream().mapToLong(Long::longValue).sum();
        int visible = Math.min(most, Treemap.visible(weights, box, LEAST_SIDE));
        long rest = weights.subList(visible, weights.size()).stream().mapToLong(Long::longValue).sum();
        weights.subList(visible, weights.size()).clear();
        int placeOfRest = (int) weights.stream().takeWhile(weight -> weight >= rest).count();
        if (rest > 0) {
            weights.add(placeOfRest, rest);
        }
        if (weights.isEmpty()) {
            return;
        }
        List<Box> boxes = Treemap.tiles(weights, box);
        for (int i = 0; i < visible; i++) {
            MapNode child = shown.get(i);
            Box place = boxes.get(rest > 0 && i >= placeOfRest ? i + 1 : i);
            if (nested && child.children().size() > 1 && place.height() > 3 * HEADER && place.width() > 60) {
                this.tiles.add(Tile.header(child, place, outer + child.name(), link(child, node)));
                children(child, new Box(place.x(), place.y() + HEADER, place.width(), place.height() - HEADER), false,
                        child.name() + " \u203a ", (int) (most * (double) child.weight(this.differing) / all));
            } else {
                this.tiles.add(Tile.of(child, place, outer + child.name(), link(child, node)));
            }
        }
        if (rest > 0) {
            List<MapNode> small = shown.subList(visible, shown.size());
            MapNode others = new MapNode("", small.size() + " smaller", small.stream().mapToLong(MapNode::before).sum(),
                    small.stream().mapToLong(MapNode::after).sum(), List.of());
            this.tiles.add(Tile.of(others, boxes.get(placeOfRest), outer + others.name(), link(node, node)));
        }
    }

    /** Owners lead to the part that contains them. */
    private String link(MapNode child, MapNode parent) {
        return this.address + "&at=" + (child.id().isEmpty() ? parent.id() : child.id());
    }

    /**
     * A tile of the map.
     *
     * @param fill  a pattern, which headings do not have, or {@code null} for the color of its class
     * @param label lines that fit into the tile; only the name in a heading is cut, after a word
     */
    record Tile(String x, String y, String width, String height, double left, double top, String title, String href,
            String css, @Nullable String fill, List<String> label, boolean heading) {

        Tile {
            label = List.copyOf(label);
        }

        static Tile of(MapNode node, Box box, String name, String href) {
            return make(node, box, name, href, label(VisibleText.of(node.name()), figure(node), box), false);
        }

        static Tile header(MapNode node, Box box, String name, String href) {
            int letters = (int) ((box.width() - 8) / HEADING_LETTER);
            return make(node, new Box(box.x(), box.y(), box.width(), HEADER), name, href,
                    heading(VisibleText.of(node.name()), letters), true);
        }

        private void append(StringBuilder html) {
            html.append("<a href=\"")
                    .append(HtmlUtils.htmlEscape(this.href, "UTF-8"))
                    .append("\"><title>")
                    .append(HtmlUtils.htmlEscape(this.title, "UTF-8"))
                    .append("</title>");
            rect(html, this.fill == null ? "class=\"" + this.css : "fill=\"" + this.fill, this.x, this.y, this.width,
                    this.height);
            if (this.fill != null && !this.label.isEmpty()) {
                rect(html, "class=\"plate " + this.css, number(this.left - 4), number(this.top - 12),
                        number(labelWidth() + 1), String.valueOf(labelHeight() + 1));
            }
            html.append(this.heading ? "<text class=\"h\">" : "<text>");
            for (int i = 0; i < this.label.size(); i++) {
                html.append("<tspan x=\"")
                        .append(number(this.left))
                        .append("\" y=\"")
                        .append(number(this.top + LINE_HEIGHT * i))
                        .append("\">")
                        .append(HtmlUtils.htmlEscape(this.label.get(i), "UTF-8"))
                        .append("</tspan>");
            }
            html.append("</text></a>");
        }

        private static void rect(StringBuilder html, String paint, String x, String y, String width, String height) {
            html.append("<rect ")
                    .append(paint)
                    .append("\" x=\"")
                    .append(x)
                    .append("\" y=\"")
                    .append(y)
                    .append("\" width=\"")
                    .append(width)
                    .append("\" height=\"")
                    .append(height)
                    .append("\"/>");
        }

        /** The width of the plain strip below the label. */
        double labelWidth() {
            int letters = this.label.stream().mapToInt(String::length).max().orElse(0);
            return Math.min(letters * LETTER, Double.parseDouble(this.width) - 8) + 6;
        }

        int labelHeight() {
            return this.label.size() * LINE_HEIGHT + 3;
        }

        /** Two figures if the growth alone would not explain the area of the tile. */
        private static String figure(MapNode node) {
            return node.less() > 0 && node.more() > 0
                    && EXCHANGED * Math.min(node.less(), node.more()) > node.weight(true)
                    ? Figures.change(node.less(), 0) + " " + Figures.change(0, node.more())
                    : node.before() == node.after() ? Figures.size(node.after())
                    : Figures.change(node.before(), node.after());
        }

        private static Tile make(MapNode node, Box box, String name, String href, List<String> label,
                boolean heading) {
            String figures = node.before() == node.after() ? Figures.size(node.after()) + ", same in both"
                    : Figures.size(node.before()) + " \u2192 " + Figures.size(node.after()) + ", "
                            + Figures.change(node.before(), node.after());
            return new Tile(number(box.x()), number(box.y()), number(box.width()), number(box.height()),
                    box.x() + 5, box.y() + LINE_HEIGHT, VisibleText.of(name) + ": " + figures, href,
                    node.before() == node.after() ? "t-same" : node.before() > node.after() ? "t-less" : "t-more",
                    heading ? null : node.before() == 0 && node.after() > 0 ? "url(#gained)"
                            : node.after() == 0 && node.before() > 0 ? "url(#lost)"
                            : null,
                    label, heading);
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }

        /** The first words of a name with an ellipsis; nothing if not even one word fits. */
        private static List<String> heading(String name, int letters) {
            if (name.length() <= letters) {
                return List.of(name);
            }
            int end = name.lastIndexOf(' ', letters - 1);
            return end < LEAST_LETTERS ? List.of() : List.of(name.substring(0, end) + "\u2026");
        }

        /** The name in as many lines as needed, and the figure; nothing if a word does not fit. */
        private static List<String> label(String name, String figure, Box box) {
            int letters = (int) ((box.width() - 8) / LETTER);
            int most = (int) ((box.height() - 4) / LINE_HEIGHT);
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : name.split(" ")) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            if (lines.size() > most || lines.stream().anyMatch(one -> one.length() > letters)) {
                return List.of();
            }
            if (!figure.isEmpty() && lines.size() < most && figure.length() <= letters) {
                lines.add(figure);
            }
            return lines;
        }
    }
}
