package dev.tare.inspection;

import java.util.function.UnaryOperator;

import dev.tare.fixture.JarBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeapSizeTests {

    private static final int MANY = 1000;

    @Test
    void sizeCountsPackagesOfOneFile() {
        String packages = "Package: a\nStatus: install ok installed\nVersion: 1\n\n".repeat(MANY);
        assertThat(more(image -> image.layer(l -> l.file("var/lib/dpkg/status", packages)))).isGreaterThan(100 * MANY);
    }

    @Test
    void sizeCountsDependenciesOfPackages() {
        String status = "Package: a\nStatus: install ok installed\nVersion: 1\n\n".repeat(MANY)
                + "Package: b\nStatus: install ok installed\nVersion: 1\n%s\n";
        assertThat(more(image -> image.layer(l -> l.file("var/lib/dpkg/status", status.formatted("Depends: a\n"))))
                - more(image -> image.layer(l -> l.file("var/lib/dpkg/status", status.formatted("")))))
                .isGreaterThanOrEqualTo(4 * MANY);
    }

    @Test
    void sizeCountsOwnersFromConda() {
        assertThat(withConda("\"bin/f0\"") - withConda("")).isGreaterThanOrEqualTo(4 * MANY);
    }

    private static long withConda(String files) {
        return more(image -> image.layer(layer -> {
            layer.file("conda-meta/a.json", "{\"name\": \"a\", \"files\": [" + files + "]}");
            for (int i = 0; i < MANY; i++) {
                layer.file("bin/f" + i, "");
            }
        }));
    }

    @Test
    void sizeCountsAccountsOfOneFile() {
        String users = "a:x:1:1:::\n".repeat(MANY);
        assertThat(more(image -> image.layer(l -> l.file("etc/passwd", users)))).isGreaterThan(100 * MANY);
    }

    @Test
    void sizeCountsJarsInAJar() {
        JarBuilder jar = new JarBuilder();
        for (int i = 0; i < MANY; i++) {
            jar.entry(i + ".jar", "");
        }
        assertThat(more(image -> image.layer(l -> l.file("app.jar", jar.toJar())))).isGreaterThan(200 * MANY);
    }

    @Test
    void sizeCountsLibrariesInAJar() {
        JarBuilder jar = new JarBuilder();
        for (int i = 0; i < MANY; i++) {
            jar.pom("g", "a" + i, "1");
        }
        assertThat(more(image -> image.layer(l -> l.file("app.jar", jar.toJar())))).isGreaterThan(200 * MANY);
    }

    @Test
    void sizeCountsHistoryAndConfig() {
        assertThat(more(image -> {
            for (int i = 0; i < MANY; i++) {
                image.emptyHistory("");
            }
            return image;
        })).isGreaterThan(40 * MANY);
        assertThat(more(image -> image.config(config -> config.label("a", "b".repeat(MANY))))).isGreaterThan(MANY);
    }

    @Test
    void sizeCountsPathsOfFiles() {
        assertThat(more(image -> image.layer(l -> l.file("f".repeat(200), "")))).isGreaterThan(400);
    }

    private static long more(UnaryOperator<DrawnImage> drawing) {
        return drawing.apply(DrawnImage.anImage()).inspect().heapSize() - DrawnImage.anImage().inspect().heapSize();
    }
}
