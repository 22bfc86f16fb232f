package dev.tare.web.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.tare.catalog.KeptComparison;
import dev.tare.catalog.ReportQueue;
import dev.tare.comparison.Comparison;
import dev.tare.inspection.Inspection;
import dev.tare.policy.Policy;
import dev.tare.report.document.VisibleText;
import dev.tare.report.explore.FileSearch;
import dev.tare.web.Comparisons;
import dev.tare.web.HeldHeap;
import dev.tare.web.connection.ClientAddress;
import dev.tare.web.html.Figures;
import dev.tare.web.request.InvalidParameterException;
import dev.tare.web.request.PairAddress;
import dev.tare.web.request.PolicyAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** Two images of a comparison that a view shows, or one image twice. */
record ViewedPair(KeptComparison kept, PairAddress address) {

    public int from() {
        return this.address.from();
    }

    public int to() {
        return this.address.to();
    }

    /** The letter of the first image. */
    public char fromLetter() {
        return Figures.letter(from());
    }

    /** The letter of the second image. */
    public char toLetter() {
        return Figures.letter(to());
    }

    Comparison comparison() {
        return this.kept.comparison();
    }

    /** The first image. Its base image is that of the report's breakdown, which the other images do not verify. */
    Inspection before() {
        return comparison().images().get(from());
    }

    /** The second image, like the first one. */
    Inspection after() {
        return comparison().images().get(to());
    }

    public boolean single() {
        return from() == to();
    }

    public String fromName() {
        return VisibleText.of(before().image().name());
    }

    public String toName() {
        return VisibleText.of(after().image().name());
    }

    /** The files of this view. */
    FileSearch files() {
        return single() ? FileSearch.in(after()) : FileSearch.between(before(), after());
    }

    /** The page of a file, or {@code null} if its path is masked or not printable. */
    @Nullable
    String file(String path) {
        return VisibleText.of(path).equals(path)
                ? this.address.view("file") + "&path=" + UriUtils.encode(path, StandardCharsets.UTF_8)
                : null;
    }

    /** Finds the images of views. */
    @Component
    static final class Finder {

        private static final String HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8).toString();

        private final Comparisons comparisons;

        private final ReportQueue queue;

        Finder(Comparisons comparisons, ReportQueue queue) {
            this.comparisons = comparisons;
            this.queue = queue;
        }

        /**
         * The images with these indexes, by default the first two, or the only one.
         *
         * @throws InvalidParameterException if the comparison has no image with one of the indexes
         */
        ViewedPair find(String id, @Nullable Integer from, @Nullable Integer to, Policy policy) {
            KeptComparison kept = this.comparisons.get(id);
            int images = kept.comparison().images().size();
            return new ViewedPair(kept,
                    new PairAddress(id, index(from, 0, images), index(to, Math.min(1, images - 1), images),
                            PolicyAddress.waive(policy)));
        }

        /**
         * A page with its data. The data is built when there is heap for it, and the page keeps this heap until it is
         * written. Nothing is built for a request that needs no body.
         *
         * @param template name of the page's template
         */
        ModelAndView page(HttpServletRequest request, ViewedPair pair, String template,
                Supplier<Map<String, ?>> data) {
            if (HttpMethod.HEAD.matches(request.getMethod())) {
                return new ModelAndView((_, _, response) -> response.setContentType(HTML));
            }
            hold(request, pair);
            return new ModelAndView(template, data.get()).addObject("pair", pair);
        }

        /** Reserves the heap for a view until its answer is written. */
        void hold(HttpServletRequest request, ViewedPair pair) {
            HeldHeap.holdUntilEnd(request, this.queue.take(ClientAddress.of(request),
                    ReportQueue.heapFor(List.of(pair.before(), pair.after()))));
        }

        private static int index(@Nullable Integer given, int otherwise, int images) {
            int index = given == null ? otherwise : given;
            if (index < 0 || index >= images) {
                throw new InvalidParameterException("The image " + index
                        + " is not in this comparison, which has the images 0 to " + (images - 1) + ".");
            }
            return index;
        }
    }
}
