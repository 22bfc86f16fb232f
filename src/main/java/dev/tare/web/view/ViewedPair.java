package dev.tare.web.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.KeptComparison;
import dev.tare.catalog.ReportQueue;
import dev.tare.comparison.Comparison;
import dev.tare.inspection.Inspection;
import dev.tare.report.document.VisibleText;
import dev.tare.web.HeldHeap;
import dev.tare.web.NoSuchComparisonException;
import dev.tare.web.connection.ClientAddress;
import dev.tare.web.request.InvalidParameterException;
import dev.tare.web.request.PairAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/**
 * Two images of a comparison that a view shows, or one image twice.
 *
 * @param from index of the first image
 * @param to   index of the second image
 */
record ViewedPair(String id, Comparison comparison, int from, int to) {

    /** The first image. Its base image is that of the report's breakdown, which the other images do not verify. */
    public Inspection before() {
        return this.comparison.images().get(this.from);
    }

    /** The second image, like the first one. */
    public Inspection after() {
        return this.comparison.images().get(this.to);
    }

    public boolean single() {
        return this.from == this.to;
    }

    public String fromName() {
        return VisibleText.of(before().image().name());
    }

    public String toName() {
        return VisibleText.of(after().image().name());
    }

    /** The address of a view with these images. */
    public String address(String view) {
        return PairAddress.of(this.id, view, this.from, this.to);
    }

    /** The page of a file, or {@code null} if its path is masked or not printable. */
    @Nullable
    String file(String path) {
        return VisibleText.of(path).equals(path)
                ? address("file") + "&path=" + UriUtils.encode(path, StandardCharsets.UTF_8)
                : null;
    }

    /** Finds the images of views. */
    @Component
    static final class Finder {

        private static final String HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8).toString();

        private final Catalog catalog;

        private final ReportQueue queue;

        Finder(Catalog catalog, ReportQueue queue) {
            this.catalog = catalog;
            this.queue = queue;
        }

        /** @throws InvalidParameterException if the comparison has no image with one of the indexes */
        ViewedPair find(String id, @Nullable Integer from, @Nullable Integer to) {
            KeptComparison kept = this.catalog.find(id);
            if (kept == null) {
                throw new NoSuchComparisonException();
            }
            int images = kept.comparison().images().size();
            return new ViewedPair(id, kept.comparison(), index(from, 0, images), index(to, 1, images));
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
            HeldHeap.holdUntilEnd(request, this.queue.take(ClientAddress.of(request),
                    ReportQueue.heapFor(List.of(pair.before(), pair.after()))));
            return new ModelAndView(template, data.get()).addObject("pair", pair);
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
