package dev.tare.web;

import java.util.Map;

import dev.tare.catalog.PreloadedImages;
import dev.tare.catalog.PreloadedImages.Reading;
import dev.tare.catalog.PreloadedImages.State;
import dev.tare.job.Job.Step;
import dev.tare.web.job.StepRow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The start page: accepts archives, and shows the preloaded images. */
@Controller
class HomeController {

    private static final int RECENT = 10;

    private final PreloadedImages preloadedImages;

    private final Comparisons comparisons;

    HomeController(PreloadedImages preloadedImages, Comparisons comparisons) {
        this.preloadedImages = preloadedImages;
        this.comparisons = comparisons;
    }

    @GetMapping("/")
    ModelAndView home() {
        ModelAndView page = new ModelAndView("home");
        page.addObject("address", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        page.addObject("recent", this.comparisons.recent().stream().limit(RECENT).map(RecentComparison::of).toList());
        switch (this.preloadedImages.state()) {
            case State.None _ -> page.addObject("preloaded", "none");
            case State.BeingInspected images -> page.addAllObjects(Map.of("preloaded", "being-inspected", "steps",
                    images.images().stream().map(HomeController::row).toList(), "refresh", true));
            case State.Failed failed -> page.addAllObjects(Map.of("preloaded", "failed", "failure", failed));
            case State.Compared compared -> page
                    .addAllObjects(Map.of("preloaded", "compared", "comparison",
                            ComparisonOverview.of(this.comparisons.get(compared.id()))));
        }
        return page;
    }

    private static StepRow row(Reading image) {
        Step step = image.isDone() ? Step.DONE : image.isRunning() ? Step.RUNNING : Step.WAITING;
        return StepRow.of(image.name(), step, image.progress());
    }
}
