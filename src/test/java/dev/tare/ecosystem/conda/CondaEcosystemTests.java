package dev.tare.ecosystem.conda;

import java.util.List;

import dev.tare.content.Unread;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.license.Licenses;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CondaEcosystemTests {

    private static final String FOLDER = "opt/conda/envs/app/conda-meta/";

    private static final String PATH = FOLDER + "six-1.17.0-pyhd8ed1ab_0.json";

    private static final String METADATA = "lib/python3.13/site-packages/six-1.17.0.dist-info/METADATA";

    /** A document with the members that conda writes. */
    private static final String SIX = """
            {
              "build": "pyhd8ed1ab_0",
              "build_number": 0,
              "depends": ["python >=3.9"],
              "license": "MIT",
              "name": "six",
              "noarch": "python",
              "subdir": "noarch",
              "version": "1.17.0",
              "fn": "six-1.17.0-pyhd8ed1ab_0.conda",
              "files": ["%s", "lib/python3.13/site-packages/six.py"],
              "paths_data": {"paths": [{"_path": "lib/python3.13/site-packages/six.py", "size_in_bytes": 34000}]},
              "link": {"source": "/opt/conda/pkgs/six-1.17.0-pyhd8ed1ab_0", "type": 1}
            }
            """.formatted(METADATA);

    @Test
    void packagesOfAnEnvironmentAreListed() {
        assertThat(packages(PATH, SIX)).containsExactly(new LanguagePackage("conda", "six", "1.17.0", PATH, 0,
                Licenses.of("MIT"), false, null));
    }

    @Test
    void packageOfCondaStandsForThePythonPackageInIt() {
        assertThat(withPython().software().languagePackages())
                .extracting(LanguagePackage::manager, LanguagePackage::name, LanguagePackage::osPackage)
                .containsExactly(tuple("conda", "six", null), tuple("pypi", "pip", null), tuple("pypi", "six", "six"));
    }

    /** Its packages may have the names of packages of the operating system. */
    @Test
    void condaDoesNotOwnFilesLikeAnOperatingSystem() {
        assertThat(withPython().software().owners().isKnown()).isFalse();
        Inspection debian = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/info/six.list", "/usr/bin/six\n")
                        .file("usr/bin/six", "")
                        .file(PATH, SIX)
                        .file("opt/conda/envs/app/" + METADATA, "Name: six\nVersion: 1.17.0\n"))
                .inspect();
        assertThat(debian.software().owners().ownerOf("usr/bin/six")).isEqualTo("six");
        assertThat(debian.software().owners().ownerOf("opt/conda/envs/app/" + METADATA)).isNull();
    }

    @Test
    void packageWithoutAVersionOrANameIsListedWithItsKnownParts() {
        assertThat(packages(PATH, "{\"name\": \"six\"}"))
                .containsExactly(new LanguagePackage("conda", "six", null, PATH, 0));
        assertThat(packages(PATH, "{\"version\": \"1\"}")).isEmpty();
        assertThat(packages(PATH, "{\"name\": 7, \"files\": 7}")).isEmpty();
        assertThat(packages(PATH, "{\"name\": \"six\", \"files\": [7, null, [\"a\"]]}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "conda-meta/a.json", "opt/conda/conda-meta/a.json" })
    void environmentMayBeInAnyFolder(String path) {
        assertThat(packages(path, SIX)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "opt/conda/conda-meta/history", "opt/my-conda-meta/a.json", "opt/conda-meta/x/a.json",
            "opt/conda-meta-x/a.json", "a.json", "conda-meta.json" })
    void otherFilesAreIgnored(String path) {
        assertThat(packages(path, SIX)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{\"name\": \"six\"", "name: six" })
    void documentThatIsNotJsonIsReportedAsUnread(String content) {
        assertThat(DrawnImage.anImage().layer(l -> l.file(PATH, content)).inspect().software().unread())
                .extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.LANGUAGE_PACKAGE, PATH));
    }

    @Test
    void packageWithAnImplausibleNameIsReportedAsUnread() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file(PATH, "{\"name\": \"%s\"}".formatted("a".repeat(2_000))))
                .inspect()
                .software()
                .unread()).hasSize(1);
    }

    private static Inspection withPython() {
        return DrawnImage.anImage()
                .layer(l -> l.file(PATH, SIX)
                        .file("opt/conda/envs/app/" + METADATA, "Name: six\nVersion: 1.17.0\n")
                        .file("opt/conda/envs/app/lib/python3.13/site-packages/pip-1.dist-info/METADATA",
                                "Name: pip\nVersion: 1\n"))
                .inspect();
    }

    private static List<LanguagePackage> packages(String path, String content) {
        return DrawnImage.anImage().layer(l -> l.file(path, content)).inspect().software().languagePackages();
    }
}
