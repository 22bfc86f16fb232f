package dev.tare.inspection.ledger;

import java.util.List;
import java.util.function.Consumer;

import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.LedgerAssert;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CondaFilesTests {

    private static final String ENVIRONMENT = "data/env/";

    private static final String PYTHON = "lib/python3.13/site-packages/";

    private static final String SIX = """
            {"name": "six", "version": "1.17.0",
             "files": ["bin/six", "%1$ssix.py", "%1$ssix-1.17.0.dist-info/METADATA"]}
            """.formatted(PYTHON);

    private static final String DPKG = """
            Package: bash
            Status: install ok installed
            Architecture: amd64
            Version: 5
            """;

    @Test
    void filesOfAPackageOfCondaBelongToIt() {
        assertThat(owners(layer -> layer.file(ENVIRONMENT + "conda-meta/six-1.17.0-0.json", SIX)
                .file(ENVIRONMENT + "bin/six", "x")
                .file(ENVIRONMENT + PYTHON + "six.py", "x")))
                .containsExactly("Libraries / conda packages / six [1.17.0] 3");
    }

    @Test
    void pythonPackageOfCondaBelongsToCondaWithFilesThatItDoesNotList() {
        assertThat(owners(layer -> layer.file(ENVIRONMENT + "conda-meta/six-1.17.0-0.json", SIX)
                .file(ENVIRONMENT + PYTHON + "six-1.17.0.dist-info/METADATA", "Name: six\nVersion: 1.17.0\n")
                .file(ENVIRONMENT + PYTHON + "six/unlisted.pyc", "x")))
                .containsExactly("Libraries / conda packages / six [1.17.0] 3");
    }

    @Test
    void versionThatDiffersBetweenEnvironmentsIsUnknown() {
        assertThat(owners(layer -> layer.file("data/a/conda-meta/six-1-0.json", SIX)
                .file("data/b/conda-meta/six-1-0.json", SIX.replace("1.17.0\",", "1.16.0\","))
                .file("data/a/bin/six", "x")
                .file("data/b/bin/six", "x")))
                .contains("Libraries / conda packages / six [1.16.0, 1.17.0] 4");
    }

    /** Also if conda lists a package of the same name. */
    @Test
    void listOfAPackageThatIsNotInstalledIsOfTheOperatingSystem() {
        assertThat(owners(layer -> layer.file("var/lib/dpkg/status", DPKG)
                .file("var/lib/dpkg/info/six.list", "/usr/bin/six\n")
                .file("usr/bin/six", "x")
                .file(ENVIRONMENT + "conda-meta/six-1.17.0-0.json", SIX)))
                .contains("OS packages / six / six [] 1", "Libraries / conda packages / six [1.17.0] 1");
    }

    private static List<String> owners(Consumer<LayerBuilder> layer) {
        return Ledger.of(LedgerAssert.balanced(DrawnImage.anImage().layer(layer).inspect()))
                .lines()
                .stream()
                .flatMap(line -> line.owners()
                        .stream()
                        .map(owner -> line.chapter().title() + " / " + line.name() + " / " + owner.name() + " "
                                + owner.versions() + " " + owner.files()))
                .toList();
    }
}
