package dev.tare.report.overview;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.policy.check.Verdict;
import dev.tare.report.ComparisonReport;
import org.junit.jupiter.api.Test;

import static dev.tare.fixture.InspectionBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;

class CheckGroupsTests {

    @Test
    void checksThatDifferComeFirstAndThoseThatAllMeetLast() {
        CheckGroups groups = of(image("a").layer("a").surface(SurfaceKind.SHELL, "bin/sh"), image("b").layer("b"));
        assertThat(groups.differing()).extracting(row -> row.check().id()).contains("no-shell");
        assertThat(groups.open()).extracting(row -> row.check().id()).contains("non-root-user");
        assertThat(groups.met()).extracting(row -> row.check().id()).contains("no-package-manager", "user-exists");
        assertThat(groups.attention()).startsWith(groups.differing().getFirst()).endsWith(groups.open().getLast());
    }

    @Test
    void failedChecksComeBeforeOpenQuestions() {
        CheckGroups groups = of(image("a").layer("a"), image("b").layer("b"));
        assertThat(groups.open()).extracting(row -> row.check().verdict())
                .startsWith(Verdict.FAIL)
                .endsWith(Verdict.UNKNOWN);
    }

    private static CheckGroups of(InspectionBuilder... images) {
        return CheckGroups.of(ComparisonReport.of(
                new Comparison(List.of(images).stream().map(InspectionBuilder::build).toList())).images());
    }
}
