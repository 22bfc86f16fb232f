package dev.tare.web.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.image.DiffId;
import dev.tare.image.HistoryEntry;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.Origin;
import dev.tare.report.document.VisibleText;
import dev.tare.web.html.Figures;
import dev.tare.web.request.PolicyParameters;
import dev.tare.wording.Counts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page with the layers of both images, joined where they have the same diff ID. */
@Controller
class LayersController {

    private final ViewedPair.Finder pairs;

    LayersController(ViewedPair.Finder pairs) {
        this.pairs = pairs;
    }

    @GetMapping("/comparisons/{id}/layers")
    ModelAndView layers(HttpServletRequest request, @PathVariable String id, Parameters asked,
            PolicyParameters policy) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to(), policy.toPolicy());
        return this.pairs.page(request, pair, "layers", () -> layers(pair));
    }

    private static Map<String, @Nullable Object> layers(ViewedPair pair) {
        Map<String, @Nullable Object> model = new HashMap<>();
        List<Inspection> images = pair.comparison().graded();
        Inspection from = images.get(pair.from());
        Inspection to = images.get(pair.to());
        long largest = Stream.of(from, to)
                .flatMap(image -> image.weight().layers().stream())
                .mapToLong(InspectedLayer::uncompressedSize)
                .max()
                .orElse(1);
        model.put("pull", pull(pair));
        model.put("before", column("Only in " + pair.fromLetter(), from, places(to), largest,
                i -> new Place(String.valueOf(i + 1), files(pair, "from-", i))));
        model.put("after", pair.single() ? column("All layers", to, Map.of(), largest,
                i -> new Place(String.valueOf(i + 1), files(pair, "to-", i)))
                : column("Only in " + pair.toLetter(), to, places(from), largest,
                        i -> new Place(String.valueOf(i + 1), files(pair, "to-", i))));
        model.put("shared", shared(pair, from, to, largest));
        return model;
    }

    private static String files(ViewedPair pair, String image, int layer) {
        return pair.address().view("files") + "&layer=" + image + (layer + 1);
    }

    /** The layers of an image that the other one does not have. */
    private static Column column(String title, Inspection image, Map<DiffId, Integer> others, long largest,
            IntFunction<Place> places) {
        int[] indexes = IntStream.range(0, image.weight().layers().size())
                .filter(i -> !others.containsKey(image.weight().layers().get(i).layer().diffId()))
                .toArray();
        return Column.of(title, base(image), image, indexes, largest, places);
    }

    private static Column shared(ViewedPair pair, Inspection from, Inspection to, long largest) {
        Map<DiffId, Integer> others = places(from);
        List<@Nullable Integer> same = new ArrayList<>();
        to.weight().layers().forEach(layer -> same.add(others.get(layer.layer().diffId())));
        return Column.of("In both", null, to,
                IntStream.range(0, same.size()).filter(i -> same.get(i) != null).toArray(),
                largest, i -> new Place(pair.fromLetter() + " " + (Objects.requireNonNull(same.get(i)) + 1) + " = "
                        + pair.toLetter() + " " + (i + 1), null));
    }

    private static String base(Inspection inspection) {
        return switch (inspection.base().grade()) {
            case VERIFIED -> "base image verified by its layers";
            case STATED -> "base image as the build stated it";
            case LIKELY -> "base image likely, by its history";
            case UNKNOWN -> "base image unknown";
        };
    }

    /** The index of the first layer with each diff ID. */
    static Map<DiffId, Integer> places(Inspection inspection) {
        Map<DiffId, Integer> places = new HashMap<>();
        List<InspectedLayer> layers = inspection.weight().layers();
        IntStream.range(0, layers.size()).forEach(i -> places.putIfAbsent(layers.get(i).layer().diffId(), i));
        return places;
    }

    /** The bytes that a node with the first image pulls for the second one, or {@code null} if they are not known. */
    private static @Nullable String pull(ViewedPair pair) {
        Long pulled = pair.comparison().sharing(pair.from(), pair.to()).uniqueCompressed();
        return pair.single() || pulled == null ? null : Figures.size(pulled);
    }

    record Parameters(@Nullable Integer from, @Nullable Integer to) {}

    /**
     * Layers with a heading.
     *
     * @param base what is known about the base image, or {@code null} for layers of both images
     */
    record Column(String title, @Nullable String base, String sizes, List<Row> rows) {

        Column {
            rows = List.copyOf(rows);
        }

        private static Column of(String title, @Nullable String base, Inspection image, int[] indexes, long largest,
                IntFunction<Place> places) {
            List<InspectedLayer> layers = IntStream.of(indexes).mapToObj(image.weight().layers()::get).toList();
            return new Column(title, base, Counts.of(layers.size(), "layer", "layers") + ", "
                    + Figures.size(layers.stream().mapToLong(InspectedLayer::uncompressedSize).sum()),
                    IntStream.of(indexes)
                            .mapToObj(i -> Row.of(image.weight().layers().get(i), places.apply(i),
                                    image.base().originOf(i), largest))
                            .toList());
        }
    }

    /**
     * Where a layer is.
     *
     * @param files address of its files that differ, or {@code null}
     */
    record Place(String number, @Nullable String files) {}

    /**
     * A layer.
     *
     * @param bar length of its bar, in percent
     */
    record Row(Place place, @Nullable String step, String size, @Nullable String compressed, @Nullable String waste,
            String diffId, String origin, String bar) {

        private static Row of(InspectedLayer layer, Place place, Origin origin, long largest) {
            HistoryEntry history = layer.layer().history();
            String step = history == null ? null : history.createdBy();
            return new Row(place,
                    step == null || step.isBlank() ? null : VisibleText.shortened(VisibleText.of(step), 300),
                    Figures.size(layer.uncompressedSize()),
                    layer.layer().isCompressed() ? Figures.size(layer.layer().storedSize()) : null,
                    layer.wasted() > 0 ? Figures.size(layer.wasted()) : null,
                    VisibleText.shortened(layer.layer().diffId().toString(), 20), switch (origin) {
                        case BASE -> "base image";
                        case NET -> "application";
                        case UNKNOWN -> "base image or application";
                    }, String.format(Locale.ROOT, "%.2f%%", 100.0 * layer.uncompressedSize() / Math.max(1, largest)));
        }
    }
}
