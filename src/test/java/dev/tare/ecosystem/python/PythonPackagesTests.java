package dev.tare.ecosystem.python;

import java.util.List;

import dev.tare.comparison.Difference;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.VersionChange;
import dev.tare.ecosystem.Ecosystem.PurlName;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection.Software;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PythonPackagesTests {

    private static final String SITE = "usr/lib/python3.12/site-packages/";

    @ParameterizedTest
    @CsvSource({ "Flask,flask", "zope.interface,zope-interface", "ruamel_yaml,ruamel-yaml", "a-._b,a-b", "A__1,a-1" })
    void packageUrlHasTheNormalizedName(String name, String expected) {
        assertThat(new PythonEcosystem().purlName(name)).isEqualTo(new PurlName(null, expected));
    }

    @Test
    void compareWhenOnlyTheSpellingOfNamesDiffersReportsModifiedVersions() {
        Difference difference = Difference.between(
                DrawnImage.anImage()
                        .layer(l -> add(l, "Flask", "2.2.5", "importlib-metadata", "6.0.0", "zope.interface", "6.0",
                                "ruamel.yaml", "0.17", "PyYAML", "6.0"))
                        .inspect(),
                DrawnImage.anImage()
                        .layer(l -> add(l, "flask", "3.0.0", "importlib_metadata", "8.0.0", "zope-interface", "7.0",
                                "ruamel_yaml", "0.18", "pyyaml", "6.0"))
                        .inspect());
        assertThat(difference.packages().unmodified()).isOne();
        assertThat(difference.packages().changes())
                .extracting(VersionChange::name, VersionChange::change, VersionChange::from, VersionChange::to)
                .containsExactly(tuple("Flask", Change.MODIFIED, List.of("2.2.5"), List.of("3.0.0")),
                        tuple("importlib-metadata", Change.MODIFIED, List.of("6.0.0"), List.of("8.0.0")),
                        tuple("ruamel.yaml", Change.MODIFIED, List.of("0.17"), List.of("0.18")),
                        tuple("zope.interface", Change.MODIFIED, List.of("6.0"), List.of("7.0")));
    }

    @Test
    void fieldNamesHaveAnyCaseAndTheFirstFieldCounts() {
        assertThat(packages(SITE + "a-1.dist-info/METADATA", "NAME: a\nversion: 1\nVersion: 2\nName: b\n"))
                .extracting(LanguagePackage::name, LanguagePackage::version)
                .containsExactly(tuple("a", "1"));
    }

    @Test
    void continuedFieldIsNoOtherField() {
        assertThat(packages(SITE + "a-1.dist-info/METADATA", "Summary: x\n Name: b\nName: a\nVersion: 1\n"))
                .extracting(LanguagePackage::name)
                .containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "usr/lib/python2.7/lib-dynload/Python-2.7.egg-info", "usr/lib/python2.7/Python-2.7.egg-info",
                    "usr/lib/python2.7/lib-dynload/Python-2.7.egg-info/PKG-INFO" })
    void runtimeItselfIsNoPackage(String path) {
        assertThat(packages(path, "Name: Python\nVersion: 2.7.18\n")).isEmpty();
        assertThat(packages(path, "Name: other\nVersion: 2.7.18\n")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "License-Expression: MIT\\nLicense: x; MIT", "LICENSE: ISC\\nLicense: x; ISC",
            "License: UNKNOWN\\nClassifier: License :: OSI Approved :: MIT License; MIT",
            "License: Copyright A\\n  All of its text\\nClassifier: License :: OSI Approved :: MIT License; MIT",
            "Classifier: License :: OSI Approved\\nClassifier: Topic :: License :: No; ''", "Summary: x; ''" })
    void licenseIsStatedInOneOfThreeWays(String fields, String expected) {
        assertThat(packages(SITE + "a-1.dist-info/METADATA",
                "Name: a\nVersion: 1\n" + fields.replace("\\n", "\n") + "\n\nLicense: no\n"))
                .extracting(one -> String.join(" | ", one.licenses().texts()))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { SITE + "pip/_vendor/a-1.dist-info/METADATA",
            "usr/lib/python3/dist-packages/setuptools/_vendor/a-1.dist-info/METADATA",
            SITE + "pkg_resources/tests/data/a.egg-info/PKG-INFO",
            SITE + "x/testdata/site-packages/a-1.dist-info/METADATA",
            SITE + "x/test_data/dist-packages/a-1.dist-info/METADATA", "app/_vendor/a-1.dist-info/METADATA",
            SITE + "x/_vendored/a.egg-info" })
    void copyInAnotherPackageIsBundled(String path) {
        Software software = DrawnImage.anImage()
                .layer(l -> l.file(path, "Name: a\nVersion: 1\n"))
                .inspect()
                .software();
        assertThat(software.languagePackages()).isEmpty();
        assertThat(software.bundledPackages()).extracting(LanguagePackage::name).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = { "app/tests/venv/lib/python3.12/site-packages/a-1.dist-info/METADATA",
            "srv/my_tests/a-1.dist-info/METADATA", "home/test/lib/a-1.dist-info/METADATA",
            "test/app/vend/a-1.dist-info/METADATA", "app/tests/a.egg-info", SITE + "tests-1.dist-info/METADATA" })
    void packageInAnEnvironmentOfTestsIsNotBundled(String path) {
        assertThat(packages(path, "Name: a\nVersion: 1\n")).hasSize(1);
    }

    /** setuptools leaves its own metadata beside that of pip. */
    @Test
    void packageWithMetadataOfBothFormsIsListedOnce() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file(SITE + "dup-1.0.dist-info/METADATA", "Name: Dup\nVersion: 1.0\n")
                        .file(SITE + "dup-1.0.egg-info/PKG-INFO", "Name: dup\nVersion: 1.0\n")
                        .file(SITE + "other.egg-info", "Name: other\nVersion: 1.0\n")
                        .file("opt/dup-1.0.egg-info/PKG-INFO", "Name: dup\nVersion: 1.0\n"))
                .inspect()
                .software()
                .languagePackages()).extracting(LanguagePackage::path)
                .containsExactly(SITE + "dup-1.0.dist-info/METADATA", "opt/dup-1.0.egg-info/PKG-INFO",
                        SITE + "other.egg-info");
    }

    private static void add(LayerBuilder layer, String... namesAndVersions) {
        for (int i = 0; i < namesAndVersions.length; i += 2) {
            layer.file(SITE + namesAndVersions[i] + "-" + namesAndVersions[i + 1] + ".dist-info/METADATA",
                    "Name: " + namesAndVersions[i] + "\nVersion: " + namesAndVersions[i + 1] + "\n");
        }
    }

    private static List<LanguagePackage> packages(String path, String content) {
        return DrawnImage.anImage().layer(l -> l.file(path, content)).inspect().software().languagePackages();
    }
}
