package dev.tare.ecosystem;

import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection.Software;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PackageCachesTests {

    private static final String CURL = "\u007fELF\u0002\u0001\u0001\u0000\u0000libcurl/8.5.0\u0000";

    private static final String FLASK = "Name: Flask\nVersion: 3.0.0\n";

    @ParameterizedTest
    @ValueSource(strings = { "root/.cache/uv/archive-v0/Xy/flask-3.0.0.dist-info/METADATA",
            "home/app/.cache/uv/archive-v0/Xy/flask-3.0.0.dist-info/METADATA",
            "opt/conda/pkgs/flask-3.0.0-py_0/site-packages/flask-3.0.0.dist-info/METADATA" })
    void packageInACacheIsNotInstalled(String path) {
        Software software =
                DrawnImage.anImage().layer(l -> l.directory("home/app").file(path, FLASK)).inspect().software();
        assertThat(software.languagePackages()).isEmpty();
        assertThat(software.bundledPackages()).isEmpty();
    }

    @Test
    void programInACacheIsNotInstalled() {
        String path = "opt/conda/pkgs/libcurl-8.5.0-h_0/lib/libcurl.so.4";
        assertThat(DrawnImage.anImage().layer(l -> l.file(path, CURL)).inspect().software().languagePackages())
                .isEmpty();
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("opt/conda/lib/libcurl.so.4", CURL))
                .inspect()
                .software()
                .languagePackages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "srv/.cache/uv/archive-v0/Xy/flask-3.0.0.dist-info/METADATA",
            "root/.cache/uv-other/flask-3.0.0.dist-info/METADATA", "srv/opt/conda/pkgs/flask-3.0.0.dist-info/METADATA",
            "root/.cache/pypoetry/virtualenvs/app-py3.12/lib/python3.12/site-packages/flask-3.0.0.dist-info/METADATA" })
    void packageOutsideOfACacheIsInstalled(String path) {
        assertThat(DrawnImage.anImage().layer(l -> l.file(path, FLASK)).inspect().software().languagePackages())
                .hasSize(1);
    }

    /** pnpm links to its global store, and uv can link to its cache. */
    @Test
    void packageInACacheWithALinkToItIsInstalled() {
        String store = "root/.local/share/pnpm/store/v10/links/@/debug/4.3.4/5c1f/node_modules/debug";
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file(store + "/package.json", "{\"name\": \"debug\", \"version\": \"4.3.4\"}")
                        .symlink("app/node_modules/debug", "../../" + store))
                .inspect()
                .software()
                .languagePackages()).extracting(LanguagePackage::name).containsExactly("debug");
    }
}
