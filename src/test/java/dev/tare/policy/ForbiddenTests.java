package dev.tare.policy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.content.Unread;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.image.InvalidValueException;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import dev.tare.policy.check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ForbiddenTests {

    private static final Inspection IMAGE = InspectionBuilder.image("app")
            .layer("a")
            .file("etc/ssl/key.pem", 1)
            .dpkg("perl-base", "5.40")
            .languagePackage("npm", "left-pad", "1.3.0", "app/node_modules/left-pad/package.json")
            .licensed("readline", "GPL-3.0-only")
            .licensed("either", "GPL-3.0-only OR MIT")
            .build();

    @ParameterizedTest
    @CsvSource({ "perl*, FAIL", "PERL-base, FAIL", "left-pad@1.3.*, FAIL", "left-pad@2*, PASS", "python*, PASS" })
    void packageMatchesByNameOrVersion(String pattern, Verdict verdict) {
        Forbidden forbidden = new Forbidden(List.of(new NamePattern(pattern)), List.of(), List.of());
        assertThat(forbidden.judge(IMAGE)).singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(verdict));
    }

    @ParameterizedTest
    @CsvSource({ "log4j-core@2.14.*, FAIL", "org.apache:log4j-core@2.14.*, FAIL", "log4j-core@2.15*, PASS",
            "'*:log4j-core', FAIL", "commons-collections, FAIL", "commons-collections:commons-collections@3.2, FAIL",
            "*:commons-*@3.3, PASS", "nameless@1, FAIL" })
    void javaLibraryMatchesWithOrWithoutItsGroup(String pattern, Verdict verdict) {
        Inspection image = InspectionBuilder.image("app")
                .layer("a")
                .jar("app/log4j.jar", "org.apache", "log4j-core", "2.14.1", 10, "log4j")
                .shadedJar("app/all.jar", "all", "1",
                        new ShadedLibrary("commons-collections", "commons-collections", "3.2"),
                        new ShadedLibrary(null, "nameless", "1"))
                .build();
        Forbidden forbidden = new Forbidden(List.of(new NamePattern(pattern)), List.of(), List.of());
        assertThat(forbidden.judge(image)).singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(verdict));
    }

    @Test
    void libraryInAShadedJarMatchesWithTheFileOfTheJar() {
        Inspection image = InspectionBuilder.image("app")
                .layer("a")
                .shadedJar("app/all.jar", "all", "1", new ShadedLibrary("g", "inner", "3"))
                .build();
        Forbidden forbidden = new Forbidden(List.of(new NamePattern("inner")), List.of(), List.of());
        assertThat(forbidden.judge(image).getFirst().matches())
                .containsExactly(new Forbidden.Match("g:inner 3", "app/all.jar", 0, false));
    }

    @Test
    void fileThatALaterLayerDeletesIsForbidden() {
        Inspection image = InspectionBuilder.image("app")
                .layer("a")
                .layer("b")
                .file("seen.pem", 1)
                .wasted("tmp/key.pem", 5, 1, 2)
                .wasted("tmp/key.pem", 5, 0, 1)
                .wasted("seen.pem", 5, 0, 1)
                .layer("c")
                .build();
        Forbidden forbidden = new Forbidden(List.of(), List.of(PathPattern.parse("*.pem")), List.of());
        assertThat(forbidden.judge(image)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(finding.total()).isEqualTo(2);
            assertThat(finding.matches()).containsExactly(new Forbidden.Match("/seen.pem", "seen.pem", 1, false),
                    new Forbidden.Match("/tmp/key.pem", "tmp/key.pem", 0, true));
        });
    }

    @Test
    void nameOfAHardLinkThatALaterLayerDeletesIsForbidden() {
        assertThat(hidden(DrawnImage.anImage()
                .layer(l -> l.file("tmp/x", "key").hardLink("root/.ssh/id_rsa", "tmp/x"))
                .layer(l -> l.whiteout("root/.ssh/id_rsa"))))
                .containsExactly(new Forbidden.Match("/root/.ssh/id_rsa", "root/.ssh/id_rsa", 0, true));
        assertThat(hidden(DrawnImage.anImage()
                .layer(l -> l.file("tmp/x", "key"))
                .layer(l -> l.hardLink("root/.ssh/id_rsa", "tmp/x"))
                .layer(l -> l.whiteout("tmp").whiteout("root"))))
                .containsExactly(new Forbidden.Match("/root/.ssh/id_rsa", "root/.ssh/id_rsa", 1, true));
    }

    @Test
    void emptyFileAndLinkThatALaterLayerDeletesAreForbidden() {
        assertThat(hidden(DrawnImage.anImage()
                .layer(l -> l.file("root/.ssh/a/known_hosts", "").symlink("root/.ssh/key", "/run/key"))
                .layer(l -> l.opaque("root"))))
                .extracting(Forbidden.Match::path)
                .containsExactly("root/.ssh/a/known_hosts", "root/.ssh/key");
        assertThat(hidden(DrawnImage.anImage()
                .layer(l -> l.symlink("root/.ssh/key", "/run/key"))
                .layer(l -> l.file("root/.ssh", "a file in place of the folder"))))
                .extracting(Forbidden.Match::path)
                .containsExactly("root/.ssh/key");
    }

    @Test
    void deletedFileIsForbiddenOnceInItsLowestLayer() {
        assertThat(hidden(DrawnImage.anImage()
                .layer(l -> l.file("root/.ssh/key", ""))
                .layer(l -> l.whiteout("root/.ssh/key"))
                .layer(l -> l.file("root/.ssh/key", "again"))
                .layer(l -> l.whiteout("root/.ssh/key"))))
                .containsExactly(new Forbidden.Match("/root/.ssh/key", "root/.ssh/key", 0, true));
        assertThat(hidden(DrawnImage.anImage()
                .layer(l -> l.symlink("root/.ssh/key", "/run/key"))
                .layer(l -> l.file("root/.ssh/key", "seen"))))
                .containsExactly(new Forbidden.Match("/root/.ssh/key", "root/.ssh/key", 1, false));
    }

    private static List<Forbidden.Match> hidden(DrawnImage image) {
        Forbidden forbidden = new Forbidden(List.of(), List.of(PathPattern.parse("/root/.ssh/**")), List.of());
        return forbidden.judge(image.inspect()).getFirst().matches();
    }

    @Test
    void matchHasThePathAndTheLayer() {
        Forbidden forbidden = new Forbidden(List.of(new NamePattern("left-pad")), List.of(PathPattern.parse("*.pem")),
                List.of());
        assertThat(forbidden.judge(IMAGE)).flatExtracting(Forbidden.Finding::matches)
                .containsExactly(
                        new Forbidden.Match("left-pad 1.3.0", "app/node_modules/left-pad/package.json", 0, false),
                        new Forbidden.Match("/etc/ssl/key.pem", "etc/ssl/key.pem", 0, false));
    }

    @Test
    void listOfMatchesIsBoundedAndTheirNumberIsExact() {
        InspectionBuilder image = InspectionBuilder.image("many").layer("a");
        IntStream.range(0, 150).forEach(i -> image.file("x/" + i, 1));
        Forbidden one = new Forbidden(List.of(), List.of(PathPattern.parse("/x/*")), List.of());
        assertThat(one.judge(image.build()).getFirst().total()).isEqualTo(150);
        assertThat(one.judge(image.build()).getFirst().matches()).hasSize(100);
        Forbidden all = new Forbidden(List.of(), Collections.nCopies(200, PathPattern.parse("/x/*")), List.of());
        assertThat(all.judge(image.build())).flatExtracting(Forbidden.Finding::matches).hasSize(2_000);
    }

    @Test
    void packagesThatCannotBeReadLeaveTheVerdictUnknown() {
        Inspection unread = InspectionBuilder.image("x")
                .layer("a")
                .unread(Unread.Subject.OS_PACKAGES, "var/lib/rpm/x", "It is broken.")
                .build();
        Forbidden forbidden =
                new Forbidden(List.of(new NamePattern("perl")), List.of(PathPattern.parse("/x")), List.of());
        assertThat(forbidden.judge(unread)).extracting(Forbidden.Finding::verdict)
                .containsExactly(Verdict.UNKNOWN, Verdict.PASS);
    }

    @Test
    void licenseWithAChoiceIsAllowed() {
        Forbidden forbidden = new Forbidden(List.of(), List.of(), List.of(new NamePattern("gpl-3.0*")));
        assertThat(forbidden.judge(IMAGE).getFirst().matches()).extracting(Forbidden.Match::name)
                .singleElement()
                .asString()
                .startsWith("readline");
        Forbidden other = new Forbidden(List.of(), List.of(), List.of(new NamePattern("AGPL*")));
        assertThat(other.judge(IMAGE).getFirst().verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource({ "A, true", "MIT, false", "A OR MIT, false", "A AND MIT, true", "MIT OR A AND MIT, false",
            "(A OR MIT) AND B, true", "(A OR MIT) AND MIT, false", "A WITH exception, true", "(A OR B), true",
            "((A), true", "'', false" })
    void expressionRequiresALicenseIfEachChoiceHasOne(String expression, boolean required) {
        assertThat(LicenseChoice.requires(expression, List.of("A", "B")::contains)).isEqualTo(required);
    }

    @ParameterizedTest
    @CsvSource({ "*.pem, etc/a.pem, true", "*.pem, a.pem, true", "*.pem, etc/a.pem/b, false",
            "/root/.ssh/**, root/.ssh/id, true", "/root/.ssh/**, root/.ssh/a/b, true",
            "/root/.ssh/**, root/.ssh, false",
            "/etc/*, etc/a, true", "/etc/*, etc/a/b, false", "/**/test/**, a/b/test/c, true",
            "/**/test/**, test/c, true", "/**/test/**, latest/c, false", "usr/*/perl, usr/bin/perl, true",
            "usr/*/perl, x/usr/bin/perl, true", "usr/*/perl, usr/perl, false", "/a?c, abc, true", "/a?c, a/c, false",
            "/a, a, true", "/a, b/a, false", "/a*b*c, aXbYc, true", "/a*b*c, aXcYb, false", "/**, a/b, true",
            "/usr/**/*.so, usr/lib/x.so, true", "/usr/**/*.so, usr/x.so, true", "/usr/**/*.so, opt/x.so, false" })
    void pathMatchesLikeAGlob(String pattern, String path, boolean matches) {
        assertThat(matches(PathPattern.parse(pattern), path)).isEqualTo(matches);
    }

    private static boolean matches(PathPattern pattern, String path) {
        return pattern.matches("/" + path, new PathPattern.Steps(Long.MAX_VALUE));
    }

    @Test
    void pathsThatTakeTooManyStepsLeaveTheVerdictUnknown() {
        Inspection image = InspectionBuilder.image("app")
                .layer("a")
                .file("a/test/x", 1)
                .file("b/" + "b".repeat(100) + "test/x", 1)
                .file("c/key", 1)
                .wasted("d/key", 1, 0, 0)
                .build();
        Forbidden forbidden = new Forbidden(List.of(), List.of(PathPattern.parse("/**/test/**"),
                PathPattern.parse("key"), PathPattern.parse("/none")), List.of());
        assertThat(forbidden.judge(image)).extracting(Forbidden.Finding::total).containsExactly(1L, 2L, 0L);
        assertThat(forbidden.judge(image)).extracting(Forbidden.Finding::verdict)
                .containsExactly(Verdict.FAIL, Verdict.FAIL, Verdict.PASS);
        assertThat(forbidden.judge(image)).extracting(Forbidden.Finding::doubt).containsOnlyNulls();
        assertThat(forbidden.judge(image, 100)).extracting(Forbidden.Finding::total).containsExactly(1L, 0L, 0L);
        assertThat(forbidden.judge(image, 100)).extracting(Forbidden.Finding::verdict)
                .containsExactly(Verdict.FAIL, Verdict.UNKNOWN, Verdict.UNKNOWN);
        assertThat(forbidden.judge(image, 100)).extracting(Forbidden.Finding::doubt)
                .allSatisfy(doubt -> assertThat(doubt).contains("app", "/c/key", "100"));
    }

    @Test
    void stepsAreThoseOfAllPatternsAndStates() {
        assertThat(steps("/etc/ssl/**", "usr/lib/x")).isEqualTo(1);
        assertThat(steps("*.pem", "usr/lib/x")).isEqualTo(1);
        assertThat(steps("/**/test/**", "usr/lib/tests/" + "x".repeat(1_000))).isLessThan(100);
        assertThat(steps("/a*", "a" + "x".repeat(1_000))).isBetween(1_000L, 2_100L);
        assertThat(steps("/" + "*a".repeat(20) + "*b*", "a".repeat(1_000))).isBetween(15_000L, 60_000L);
    }

    private static long steps(String pattern, String path) {
        PathPattern.Steps steps = new PathPattern.Steps(Long.MAX_VALUE);
        PathPattern.parse(pattern).matches("/" + path, steps);
        return steps.taken();
    }

    @Test
    void longPatternIsRejected() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> PathPattern.parse("/" + "*a".repeat(40)));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> PathPattern.parse(" "));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new NamePattern("x".repeat(129)));
    }

    /** Backtracking would take longer than the test may run. */
    @Test
    void hostilePathIsMatchedInOnePass() {
        PathPattern pattern = PathPattern.parse("/" + "**a".repeat(20) + "b");
        assertThat(matches(pattern, "a".repeat(100_000))).isFalse();
        assertThat(matches(pattern, "a".repeat(100_000) + "b")).isTrue();
    }
}
