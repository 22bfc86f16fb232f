package dev.tare.ecosystem.ruby;

import java.util.List;

import dev.tare.content.Unread;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RubyEcosystemTests {

    private static final String FOLDER = "usr/local/lib/ruby/gems/3.4.0/specifications/";

    /** A specification as RubyGems writes it. */
    private static final String RACK = """
            # -*- encoding: utf-8 -*-
            # stub: rack 3.1.8 ruby lib

            Gem::Specification.new do |s|
              s.name = "other".freeze
              s.version = "0".freeze
            end
            """;

    @Test
    void gemsAreReadWhereTheyAreInstalled() {
        String site = "app/vendor/bundle/ruby/3.4.0/specifications/rack-3.1.8.gemspec";
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file(FOLDER + "default/json-2.9.1.gemspec", "# stub: json 2.9.1 ruby lib ext\n"))
                .layer(l -> l.file(site, RACK))
                .inspect()
                .software()
                .languagePackages()).containsExactly(
                        new LanguagePackage("gem", "json", "2.9.1", FOLDER + "default/json-2.9.1.gemspec", 0),
                        new LanguagePackage("gem", "rack", "3.1.8", site, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "  s.name = \"a-b\".freeze\n  s.version = \"1.2\"\n",
            "spec.name='a-b'\nspec.version='1.2'\n", "  s.version = Gem::Version.new(\"1.2\")\n  s.name = %q{a-b}\n",
            "# stub: a-b 1.2 x86_64-linux lib\0lib/a\n", "\uFEFF\n  s.name = \"a-b\"\n",
            "", "s.name = name\ns.version = A::VERSION\n" })
    void nameAndVersionAreFromTheContentOrElseTheFile(String content) {
        assertThat(gems(FOLDER + "a-b-1.2-x86_64-linux.gemspec", content)).containsExactly(
                new LanguagePackage("gem", "a-b", "1.2", FOLDER + "a-b-1.2-x86_64-linux.gemspec", 0));
    }

    @Test
    void gemWithoutAVersionIsListedWithoutAVersion() {
        assertThat(gems(FOLDER + "a.gemspec", "")).containsExactly(
                new LanguagePackage("gem", "a", null, FOLDER + "a.gemspec", 0));
    }

    @Test
    void lineOfMoreThan4096CharactersIsIgnored() {
        String longest = "s.version = " + " ".repeat(4_079) + "\"1.0\"";
        assertThat(longest).hasSize(4_096);
        assertThat(gems(FOLDER + "a.gemspec", longest)).extracting(LanguagePackage::version).containsExactly("1.0");
        assertThat(gems(FOLDER + "a.gemspec", " " + longest)).extracting(LanguagePackage::version)
                .containsOnlyNulls();
        assertThat(gems(FOLDER + "a.gemspec", "# stub: b 2.0 ruby " + "a".repeat(4_096)))
                .extracting(LanguagePackage::name)
                .containsExactly("a");
    }

    /** A backtracking pattern would try all divisions of the blanks and not end in time. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void blanksWithoutAVersionAreReadOnce() {
        String line = "s.version=" + " ".repeat(1_000) + "Gem::Version.new" + " ".repeat(3_000) + "\n";
        assertThat(gems(FOLDER + "a-1.0.gemspec", line.repeat(2_000))).extracting(LanguagePackage::version)
                .containsExactly("1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = { "app/app.gemspec", "app/specifications/other/a-1.0.gemspec",
            "gems/a-1.0/test/specifications/b-1.0.gemspec", "app/specifications/a-1.0.rb" })
    void specificationOutsideOfAnInstalledGemIsIgnored(String path) {
        assertThat(gems(path, RACK)).isEmpty();
    }

    @Test
    void gemWithAnImplausibleNameIsReportedAsUnread() {
        String path = FOLDER + "a-1.0.gemspec";
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file(path, "# stub: " + "a".repeat(2000) + " 1 ruby lib\n"))
                .inspect()
                .software()
                .unread()).extracting(Unread::path).containsExactly(path);
    }

    @ParameterizedTest
    @CsvSource({ "1.0, 1.0.1", "1.9, 1.10", "1.0.a, 1.0", "1.0.pre, 1.0", "1.0.rc1, 1.0.rc2", "1.0.rc9, 1.0.rc10",
            "1.0-1, 1.0", "1.0.a.2, 1.0.b1", "1.0.0.beta, 1.0", "2.0.pre, 2.0.rc", "0.beta.1, 0.0.beta.2" })
    void versionsAreSortedLikeRubyGems(String older, String newer) {
        assertThat(GemVersions.compare(older, newer)).isNegative();
        assertThat(GemVersions.compare(newer, older)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({ "1, 1.0.0", "1.0.a, 1.a", "1.a0, 1.a", "01.2, 1.2" })
    void versionsInAnotherSpellingAreEqual(String one, String other) {
        assertThat(GemVersions.compare(one, other)).isZero();
    }

    @Test
    void textThatIsNotAVersionIsNotSorted() {
        assertThat(GemVersions.compare("1.0", "x")).isNull();
        assertThat(GemVersions.compare("1..0", "1.0")).isNull();
    }

    private static List<LanguagePackage> gems(String path, String content) {
        return DrawnImage.anImage().layer(l -> l.file(path, content)).inspect().software().languagePackages();
    }
}
