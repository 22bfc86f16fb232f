package dev.tare.ecosystem.node;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.ecosystem.LanguagePackage;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class NodeEcosystemTests {

    /** npm, Bun, pnpm and Yarn wrote these paths for the same two packages. */
    @ParameterizedTest
    @ValueSource(strings = {
            "node_modules/.store/debug@4.3.4-hPzcbEduo13ZZkHMyVbSVg/node_modules/debug "
                    + "node_modules/.store/@sindresorhus/is@4.6.0-KKs5lN59NwYOIt89UeH3xg/node_modules/@sindresorhus/is",
            "node_modules/.bun/debug@4.3.4/node_modules/debug "
                    + "node_modules/.bun/@sindresorhus+is@4.6.0/node_modules/@sindresorhus/is",
            "node_modules/.pnpm/debug@4.3.4/node_modules/debug "
                    + "node_modules/.pnpm/@sindresorhus+is@4.6.0/node_modules/@sindresorhus/is",
            "root/.local/share/pnpm/global/5/.pnpm/debug@4.3.4/node_modules/debug "
                    + "root/.local/share/pnpm/store/v10/links/@sindresorhus/is/4.6.0/5c1f/node_modules/@sindresorhus/is",
            "node_modules/.store/debug-virtual-8a493105d5/package "
                    + "node_modules/.store/@sindresorhus-is-npm-4.6.0-7cad05c55e/package" })
    void packagesInAnIsolatedLayoutAreListedOnce(String folders) {
        List<String> both = List.of(folders.split(" "));
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("app/" + both.get(0) + "/package.json", json("debug", "4.3.4"))
                        .file("app/" + both.get(1) + "/package.json", json("@sindresorhus/is", "4.6.0"))
                        .symlink("app/node_modules/debug", "/app/" + both.get(0))
                        .symlink("app/node_modules/@sindresorhus/is", "/app/" + both.get(1)))
                .inspect()
                .software()
                .languagePackages()).extracting(LanguagePackage::name, LanguagePackage::version, LanguagePackage::path)
                .containsExactly(
                        tuple("@sindresorhus/is", "4.6.0", "app/" + both.get(1) + "/package.json"),
                        tuple("debug", "4.3.4", "app/" + both.get(0) + "/package.json"));
    }

    @Test
    void packagesInsideAStoredPackageAreListed() {
        assertThat(packages("node_modules/.store/a-npm-1.0.0-01/package/node_modules/b/package.json")).hasSize(1);
        assertThat(packages("node_modules/.store/@s-a-npm-1.0.0-01/package/node_modules/b/package.json")).hasSize(1);
        assertThat(packages("node_modules/.store/a@1-01/node_modules/a/node_modules/@s/b/package.json")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "node_modules/.store/package.json", "node_modules/.store/a/package.json",
            "node_modules/.store/a/b/package.json", "node_modules/.store/a-npm-1-01/package/lib/package.json",
            "node_modules/.store/a@1-01/node_modules/package.json",
            "node_modules/.store/a@1-01/node_modules/a/test/package.json",
            "node_modules/.store/a-npm-1-01/package/test/node_modules/b/package.json",
            "node_modules/.store/@s/a/b/node_modules/c/package.json" })
    void otherFilesInAStoreAreIgnored(String path) {
        assertThat(packages(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`',
            value = { "'license': 'MIT'; MIT", "'license': '(MIT OR Apache-2.0)'; MIT OR Apache-2.0",
                    "'license': {'type': 'BSD-3-Clause', 'url': 'https://example.org'}; BSD-3-Clause",
                    "'licenses': [{'type': 'MIT'}, {'type': 'GPL-2.0-only'}]; MIT OR GPL-2.0-only",
                    "'license': 'MIT', 'licenses': [{'type': 'MIT'}]; MIT", "'licenses': ['ISC']; ISC",
                    "'license': 'SEE LICENSE IN LICENSE.txt'; SEE LICENSE IN LICENSE.txt" })
    void licenseIsInAnyOfItsForms(String members, String license) {
        assertThat(licenses(members.replace('\'', '"'))).containsExactly(license);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"license\": 7", "\"license\": {\"url\": \"a\"}", "\"licenses\": [[7], null]",
            "\"license\": \" \"" })
    void otherLicensesAreIgnored(String members) {
        assertThat(licenses(members)).isEmpty();
    }

    private static List<String> licenses(String members) {
        return DrawnImage.anImage()
                .layer(l -> l.file("node_modules/a/package.json", "{\"name\": \"a\", %s}".formatted(members)))
                .inspect()
                .software()
                .languagePackages()
                .getFirst()
                .licenses()
                .texts();
    }

    private static Stream<LanguagePackage> packages(String path) {
        return DrawnImage.anImage()
                .layer(l -> l.file(path, json("b", "1")))
                .inspect()
                .software()
                .languagePackages()
                .stream();
    }

    private static String json(String name, String version) {
        return "{\"name\": \"%s\", \"version\": \"%s\"}".formatted(name, version);
    }
}
