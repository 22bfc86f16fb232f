package dev.tare.ecosystem;

import java.util.List;

import dev.tare.content.Unread;
import dev.tare.content.Unread.Subject;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class LanguagePackageTests {

    @Test
    void nodePackagesAreReadWhereTheyAreInstalled() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("app/node_modules/express/package.json", """
                        {"dependencies": {"name": "no", "version": "0"}, "name": "express", "version": "5.1.0"}"""))
                .layer(l -> l.file("app/node_modules/@babel/core/package.json", json("@babel/core", "7.28.0"))
                        .file("app/node_modules/express/node_modules/debug/package.json", json("debug", "2.6.9"))
                        .file("app/node_modules/.pnpm/ms@2.1.3/node_modules/ms/package.json", json("ms", "2.1.3")))
                .inspect();
        assertThat(inspection.software().languagePackages())
                .extracting(LanguagePackage::manager, LanguagePackage::name, LanguagePackage::version,
                        LanguagePackage::layer)
                .containsExactly(tuple("npm", "@babel/core", "7.28.0", 1), tuple("npm", "debug", "2.6.9", 1),
                        tuple("npm", "express", "5.1.0", 0), tuple("npm", "ms", "2.1.3", 1));
    }

    /** Some packages are published with the packages that they need. */
    @Test
    void nodePackagesDeepInAnInstalledOneAreRead() {
        assertThat(packages("node_modules/a/packages/b/node_modules/c/package.json", json("c", "1")))
                .extracting(LanguagePackage::name)
                .containsExactly("c");
        assertThat(packages("node_modules/test/node_modules/@test/example/lib/node_modules/@s/c/package.json",
                json("@s/c", "1"))).extracting(LanguagePackage::name).containsExactly("@s/c");
    }

    @Test
    void pythonEggsThatAreFoldersAreRead() {
        assertThat(packages("usr/lib/python3/dist-packages/foo.egg/EGG-INFO/PKG-INFO", "Name: foo\nVersion: 1.2\n"))
                .extracting(LanguagePackage::manager, LanguagePackage::name, LanguagePackage::version)
                .containsExactly(tuple("pypi", "foo", "1.2"));
        assertThat(packages("srv/EGG-INFO/PKG-INFO", "Name: foo\nVersion: 1.2\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "app/package.json", "node_modules/package.json", "node_modules/@scope/package.json",
            "node_modules/a/lib/package.json", "node_modules/a/test/node_modules/b/package.json",
            "node_modules/a/b/__tests__/c/node_modules/d/package.json",
            "node_modules/a/b/node_modules/c/d/package.json",
            "my_node_modules/a/package.json", "node_modules/.bin/package.json" })
    void packageJsonOutsideOfAnInstalledPackageIsIgnored(String path) {
        assertThat(packages(path, json("a", "1"))).isEmpty();
    }

    @Test
    void nodePackageWithoutVersionOrNameIsListedWithItsKnownParts() {
        assertThat(packages("node_modules/a/package.json", "{\"name\": \"a\", \"version\": null}"))
                .containsExactly(new LanguagePackage("npm", "a", null, "node_modules/a/package.json", 0));
        assertThat(packages("node_modules/a/package.json", "{\"name\": 7}")).isEmpty();
        assertThat(packages("node_modules/a/package.json", "[]")).isEmpty();
        assertThat(packages("node_modules/a/package.json", json(" ", "1"))).isEmpty();
        assertThat(packages("node_modules/a/package.json", json("a", ""))).extracting(LanguagePackage::version)
                .containsOnlyNulls();
        assertThat(packages("a.egg-info", "Name:\nVersion: 1\n")).isEmpty();
    }

    @Test
    void packagesWhenPackageJsonBeginsWithAByteOrderMarkAreRead() {
        assertThat(packages("node_modules/a/package.json", "\uFEFF" + json("a", "1")))
                .containsExactly(new LanguagePackage("npm", "a", "1", "node_modules/a/package.json", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"name\": \"a\"", "name: a", "{\"name\": \"a\", \"version\": }" })
    void nodePackageThatIsNotJsonIsReportedAsUnread(String content) {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("node_modules/a/package.json", content))
                .inspect();
        assertThat(inspection.software().languagePackages()).isEmpty();
        assertThat(inspection.software().unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.LANGUAGE_PACKAGE, "node_modules/a/package.json"));
    }

    @Test
    void packageWithAnImplausibleNameIsReportedAsUnread() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("node_modules/a/package.json", json("a".repeat(2000), "1")))
                .inspect();
        assertThat(inspection.software().languagePackages()).isEmpty();
        assertThat(inspection.software().unread()).hasSize(1);
    }

    @Test
    void nodePackageThatNestsTooDeepIsReportedAsUnread() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("node_modules/a/package.json", "{\"a\":" + "[".repeat(100_000)))
                .inspect();
        assertThat(inspection.software().unread()).hasSize(1);
    }

    @Test
    void pythonPackagesAreReadFromTheirMetadata() {
        String site = "usr/lib/python3/site-packages/";
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file(site + "flask-3.1.0.dist-info/METADATA", """
                        Metadata-Version: 2.4
                        Name: Flask
                        Version: 3.1.0
                        Summary: A framework

                        Name: not this
                        """)
                        .file(site + "six-1.17.0.egg-info/PKG-INFO",
                                "Metadata-Version: 1.2\nName: six\nVersion: 1.17.0\n")
                        .file(site + "old-1.egg-info", "Metadata-Version: 1.0\nName: old\nVersion: 1\n")
                        .file(site + "flask/METADATA", "Name: no\nVersion: 1\n")
                        .file(site + "empty.egg-info/PKG-INFO", ""))
                .inspect();
        assertThat(inspection.software().languagePackages()).containsExactly(
                new LanguagePackage("pypi", "Flask", "3.1.0", site + "flask-3.1.0.dist-info/METADATA", 0),
                new LanguagePackage("pypi", "old", "1", site + "old-1.egg-info", 0),
                new LanguagePackage("pypi", "six", "1.17.0", site + "six-1.17.0.egg-info/PKG-INFO", 0));
    }

    @Test
    void packageDeletedByAHigherLayerIsNotListed() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("node_modules/a/package.json", json("a", "1")))
                .layer(l -> l.whiteout("node_modules/a"))
                .inspect()
                .software()
                .languagePackages()).isEmpty();
    }

    private static List<LanguagePackage> packages(String path, String content) {
        return DrawnImage.anImage().layer(l -> l.file(path, content)).inspect().software().languagePackages();
    }

    private static String json(String name, String version) {
        return "{\"name\": \"%s\", \"version\": \"%s\"}".formatted(name, version);
    }
}
