package dev.tare.web.view;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.image.DiffId;
import dev.tare.image.HistoryEntry;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.Origin;
import dev.tare.report.document.VisibleText;
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
    ModelAndView layers(HttpServletRequest request, @PathVariable String id, Parameters asked) {
        ViewedPair pair = this.pairs.find(id, asked.from(), asked.to());
        return this.pairs.page(request, pair, "layers", () -> layers(pair));
    }

    private static Map<String, @Nullable Object> layers(ViewedPair pair) {
        Map<String, @Nullable Object> model = new HashMap<>();
        List<Inspection> images = pair.comparison().graded();
        Inspection from = images.get(pair.from());
        Inspection to = images.get(pair.to());
        Map<DiffId, Integer> before = places(from);
        model.put("pull", pull(pair));
        model.put("onlyBefore", rows(from, pair.single() ? Map.of() : places(to), false));
        model.put("onlyAfter", pair.single() ? List.of() : rows(to, before, false));
        model.put("shared", pair.single() ? List.of() : rows(to, before, true));
        model.put("bases", List.of(base(from), base(to)));
        return model;
    }

    private static String base(Inspection inspection) {
        return "base image " + inspection.base().grade().name().toLowerCase(Locale.ROOT);
    }

    private static Map<DiffId, Integer> places(Inspection inspection) {
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

    private static List<Row> rows(Inspection inspection, Map<DiffId, Integer> others, boolean shared) {
        List<InspectedLayer> layers = inspection.weight().layers();
        long largest = layers.stream().mapToLong(InspectedLayer::uncompressedSize).max().orElse(1);
        return IntStream.range(0, layers.size())
                .filter(i -> others.containsKey(layers.get(i).layer().diffId()) == shared)
                .mapToObj(i -> Row.of(layers.get(i), i, others.get(layers.get(i).layer().diffId()),
                        inspection.base().originOf(i), Math.max(1, largest)))
                .toList();
    }

    record Parameters(@Nullable Integer from, @Nullable Integer to) {}

    /**
     * A layer.
     *
     * @param bar length of its bar, in percent
     */
    record Row(String number, String step, String size, @Nullable String compressed, @Nullable String waste,
            String diffId, String origin, String bar) {

        static Row of(InspectedLayer layer, int index, @Nullable Integer other, Origin origin, long largest) {
            HistoryEntry history = layer.layer().history();
            String step = history == null ? null : history.createdBy();
            return new Row(other == null ? Counts.of(index + 1) : "A " + (other + 1) + " = B " + (index + 1),
                    step == null || step.isBlank() ? "The history has no step for this layer."
                            : VisibleText.shortened(VisibleText.of(step), 300),
                    Figures.size(layer.uncompressedSize()),
                    layer.layer().isCompressed() ? Figures.size(layer.layer().storedSize()) : null,
                    layer.wasted() > 0 ? Figures.size(layer.wasted()) : null,
                    VisibleText.shortened(layer.layer().diffId().toString(), 20), switch (origin) {
                        case BASE -> "base image";
                        case NET -> "application";
                        case UNKNOWN -> "base image or application";
                    }, String.format(Locale.ROOT, "%.2f%%", 100.0 * layer.uncompressedSize() / largest));
        }
    }
}
