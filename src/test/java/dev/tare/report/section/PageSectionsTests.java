package dev.tare.report.section;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.document.Table;
import dev.tare.secret.SecretKind;
import org.junit.jupiter.api.Test;

import static dev.tare.fixture.InspectionBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;

class PageSectionsTests {

    @Test
    void packagesOfTwoImagesAreCountedOnce() {
        PageSection packages = section("packages", SoftwareFilter.NONE,
                image("a").layer("a").dpkg("same", "1").dpkg("lost", "1").dpkg("new", "1"),
                image("b").layer("b").dpkg("same", "1").dpkg("new", "2").jar("l.jar", "g", "l", "1", 9, "l"));
        assertThat(packages.differing()).isEqualTo(3);
        assertThat(packages.summary().text()).isEqualTo("1 only in A, 1 only in B, 1 changed, 1 the same");
        assertThat(table(packages, 0).rows()).hasSize(3);
        assertThat(table(packages, 1).title().text()).isEqualTo("1 the same");
    }

    @Test
    void packagesOfThreeImagesHaveAColumnForEach() {
        PageSection packages = section("packages", SoftwareFilter.NONE, image("a").layer("a").dpkg("p", "1"),
                image("b").layer("b").dpkg("p", "1"), image("c").layer("c"));
        assertThat(packages.summary().text()).isEqualTo("1 differs");
        assertThat(table(packages, 0).columns()).hasSize(4);
    }

    @Test
    void requirementsAreSummarizedByTheirVerdict() {
        assertThat(
                requirements(new Policy(Budgets.of(ByteSize.parse("200B"), Percentage.parse("900%")), List.of(), null)))
                .isEqualTo("fail 1 of 3 not kept");
        assertThat(requirements(new Policy(Budgets.of(ByteSize.parse("1GB"), null), List.of(), FailOn.WARN)))
                .matches("fail \\d+ checks stop it");
        assertThat(requirements(new Policy(Budgets.of(ByteSize.parse("1GB"), null), List.of(), null)))
                .isEqualTo("pass");
        assertThat(requirements(new Policy(Budgets.of(null, null), List.of(Waiver.parse("no-shell=unused")), null)))
                .isEmpty();
    }

    private static String requirements(Policy policy) {
        Comparison comparison = new Comparison(List.of(image("a").layer("a").file("f", 100).build(),
                image("b").layer("b").file("f", 300).build()));
        return PageSections.of(ComparisonReport.of(comparison, policy), SoftwareFilter.NONE)
                .stream()
                .filter(section -> section.id().equals("policy"))
                .map(section -> section.summary().text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void filterSelectsNamesInAnyCase() {
        PageSection packages = section("packages", new SoftwareFilter("OPEN", true),
                image("a").layer("a").dpkg("openssl", "1").dpkg("perl", "1"), image("b").layer("b"));
        assertThat(table(packages, 0).rows()).hasSize(1);
        assertThat(packages.summary().text()).isEqualTo("2 only in A");
    }

    @Test
    void settingsThatAreTheSameHaveOneColumn() {
        PageSection config = section("config", SoftwareFilter.NONE,
                image("a").layer("a").environment("A=1", "B=1"), image("b").layer("b").environment("A=1", "B=2"));
        assertThat(config.differing()).isOne();
        assertThat(table(config, 0).columns()).hasSize(3);
        assertThat(table(config, 1).columns()).hasSize(2);
        assertThat(table(config, 1).folded()).isTrue();
    }

    @Test
    void surfaceDiffersByItsPathsAndNotByItsCount() {
        assertThat(section("surface", SoftwareFilter.NONE,
                image("a").layer("a").surface(SurfaceKind.SHELL, "bin/sh"),
                image("b").layer("b").surface(SurfaceKind.SHELL, "bin/ash")).differing()).isOne();
    }

    @Test
    void secretsOfAllImagesAreSideBySide() {
        PageSection secrets = section("secrets", SoftwareFilter.NONE,
                image("a").layer("a").secret(SecretKind.NPM_TOKEN, "root/.npmrc", 1, 0, null), image("b").layer("b"));
        assertThat(secrets.differing()).isOne();
        assertThat(section("secrets", SoftwareFilter.NONE, image("a").layer("a"), image("b").layer("b")).blocks())
                .isEmpty();
    }

    @Test
    void secretsAtOnePlaceInSeveralLayersHaveOneRowEach() {
        PageSection secrets = section("secrets", SoftwareFilter.NONE,
                image("a").layer("a")
                        .layer("b")
                        .secret(SecretKind.NPM_TOKEN, "root/.npmrc", 1, 0, 1)
                        .secret(SecretKind.NPM_TOKEN, "root/.npmrc", 1, 1, null),
                image("b").layer("b"));
        assertThat(secrets.differing()).isEqualTo(2);
        assertThat(table(secrets, 0).rows()).hasSize(2);
    }

    @Test
    void sectionsOfOneImageCountNothingAsDifferent() {
        ComparisonReport alone = InspectionReport
                .of(image("a").layer("a").dpkg("p", "1").secret(SecretKind.NPM_TOKEN, "a", 1, 0, null).build())
                .alone();
        assertThat(PageSections.of(alone, SoftwareFilter.NONE)).extracting(PageSection::differing).containsOnly(0L);
    }

    private static PageSection section(String id, SoftwareFilter filter, InspectionBuilder... images) {
        ComparisonReport report = ComparisonReport
                .of(new Comparison(List.of(images).stream().map(InspectionBuilder::build).toList()));
        return PageSections.of(report, filter)
                .stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Table table(PageSection section, int index) {
        return (Table) section.blocks().stream().filter(Table.class::isInstance).skip(index).findFirst().orElseThrow();
    }
}
