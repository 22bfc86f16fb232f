package dev.tare.ecosystem.php;

import java.util.List;

import dev.tare.comparison.Difference;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.VersionChange;
import dev.tare.content.Unread;
import dev.tare.ecosystem.Ecosystem.PurlName;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PhpEcosystemTests {

    private static final String PATH = "var/www/html/vendor/composer/installed.json";

    private static final String PACKAGES = """
            [
                {
                    "name": "symfony/polyfill-mbstring",
                    "version": "v1.31.0",
                    "version_normalized": "1.31.0.0",
                    "source": {"type": "git", "url": "https://example.org/symfony/polyfill.git", "reference": "8552"},
                    "require": {"php": ">=7.2"},
                    "type": "library",
                    "license": ["MIT", "BSD-3-Clause"],
                    "authors": [{"name": "Community"}]
                },
                {
                    "name": "monolog/monolog",
                    "version": "dev-main",
                    "license": ["GPL-2.0-or-later", "proprietary"]
                }
            ]
            """;

    @ParameterizedTest
    @ValueSource(strings = { "%s", "{\"packages\": %s, \"dev\": true, \"dev-package-names\": [\"a/b\"]}" })
    void packagesInTheListsOfBothComposersAreListed(String form) {
        assertThat(packages(PATH, form.formatted(PACKAGES)))
                .extracting(LanguagePackage::manager, LanguagePackage::name, LanguagePackage::version,
                        LanguagePackage::path, one -> one.licenses().texts())
                .containsExactly(
                        tuple("composer", "monolog/monolog", "dev-main", PATH,
                                List.of("GPL-2.0-or-later", "proprietary")),
                        tuple("composer", "symfony/polyfill-mbstring", "v1.31.0", PATH,
                                List.of("MIT OR BSD-3-Clause")));
    }

    @Test
    void packageWithoutAVersionOrANameIsListedWithItsKnownParts() {
        assertThat(packages(PATH, "[{\"name\": \"a/b\"}, {\"version\": \"1\"}, {\"name\": 7}, 7, null]"))
                .containsExactly(new LanguagePackage("composer", "a/b", null, PATH, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "app/installed.json", "app/vendor/my-composer/installed.json",
            "app/vendor/composer/installed.json.bak", "app/vendor/composer/x/installed.json" })
    void otherFilesAreIgnored(String path) {
        assertThat(packages(path, PACKAGES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "<?php", "[{\"name\": \"a/b\"}" })
    void listThatIsNotJsonIsReportedAsUnread(String content) {
        assertThat(DrawnImage.anImage().layer(l -> l.file(PATH, content)).inspect().software().unread())
                .extracting(Unread::path)
                .containsExactly(PATH);
    }

    @ParameterizedTest
    @CsvSource({ "1.0.0, v1.0.1", "v1.9, 1.10", "1.0.0-alpha3, 1.0.0-beta1", "1.0.0-beta9, 1.0.0-beta10",
            "1.0-RC1, 1.0", "1.0, 1.0-patch1", "1.0b2, 1.0-rc.1" })
    void versionsAreSortedLikeComposer(String older, String newer) {
        assertThat(ComposerVersions.compare(older, newer)).isNegative();
        assertThat(ComposerVersions.compare(newer, older)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({ "v1.0.0, 1.0.0", "1.0, 1.0.0.0", "1.0-RC1, 1.0rc1", "1.0, 1.0-stable", "1.0+a, 1.0" })
    void versionsInAnotherSpellingAreEqual(String one, String other) {
        assertThat(ComposerVersions.compare(one, other)).isZero();
    }

    @Test
    void branchesAreNotSorted() {
        assertThat(ComposerVersions.compare("dev-main", "1.0")).isNull();
        assertThat(ComposerVersions.compare("1.0", "1.x-dev")).isNull();
    }

    @Test
    void packageUrlHasTheVendorAsNamespace() {
        assertThat(new PhpEcosystem().purlName("Symfony/Console")).isEqualTo(new PurlName("symfony", "console"));
        assertThat(new PhpEcosystem().purlName("own")).isEqualTo(new PurlName(null, "own"));
        assertThat(new PhpEcosystem().purlName("/a")).isNull();
        assertThat(new PhpEcosystem().purlName("a/")).isNull();
    }

    @Test
    void compareWhenOnlyTheCaseOfNamesDiffersReportsModifiedVersions() {
        assertThat(Difference.between(
                DrawnImage.anImage()
                        .layer(l -> l.file(PATH, "[{\"name\": \"Monolog/Monolog\", \"version\": \"2\"}]"))
                        .inspect(),
                DrawnImage.anImage()
                        .layer(l -> l.file(PATH, "[{\"name\": \"monolog/monolog\", \"version\": \"3\"}]"))
                        .inspect())
                .packages()
                .changes()).extracting(VersionChange::name, VersionChange::change)
                .containsExactly(tuple("Monolog/Monolog", Change.MODIFIED));
    }

    private static List<LanguagePackage> packages(String path, String content) {
        return DrawnImage.anImage().layer(l -> l.file(path, content)).inspect().software().languagePackages();
    }
}
