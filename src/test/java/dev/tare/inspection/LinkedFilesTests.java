package dev.tare.inspection;

import java.util.List;
import java.util.function.Consumer;

import dev.tare.content.Unread;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.Inspection.Software;
import dev.tare.inspection.system.OsRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class LinkedFilesTests {

    private static final String STORED = "root/.local/share/pnpm/store/v10/files/ab/0123456789-exec";

    private static final String NGINX = "\177ELF" + "\0".repeat(60) + "nginx version: nginx/1.27.3\n";

    @ParameterizedTest
    @ValueSource(strings = { "root/.local/share/pnpm/store/v3/files/ab/cdef0123", STORED,
            "pnpm/store/v10/files/00/abcdef", "root/.bun/install/cache/a@1.0.0@@@1/package.json",
            "root/.yarn/berry/index/ab/abcdef0123.dat", "root/.yarn/berry/index/ab/abcdef0123755.dat",
            "build/package.json" })
    void nodePackageWhoseContentHasTheNameOfAStoreIsListedInItsFolder(String stored) {
        assertThat(software(l -> l.file(stored, node("a")).hardLink("usr/app/node_modules/a/package.json", stored))
                .languagePackages()).extracting(LanguagePackage::name, LanguagePackage::version, LanguagePackage::path)
                .containsExactly(tuple("a", "1.0.0", "usr/app/node_modules/a/package.json"));
    }

    @Test
    void filesOfAStoreThatAreNoPackagesAreIgnored() {
        Software software = software(l -> l.file(STORED, node("a"))
                .file("app/package.json", node("b"))
                .file("root/.bun/install/cache/c@1/package.json", node("c"))
                .hardLink("usr/app/node_modules/a/data.json", STORED)
                .file("pnpm/store/v10/files/00/abcd", "no JSON")
                .hardLink("usr/app/node_modules/a/README.md", "pnpm/store/v10/files/00/abcd"));
        assertThat(software.languagePackages()).isEmpty();
        assertThat(software.unread()).isEmpty();
    }

    @Test
    void linkedPackageThatIsDamagedIsReportedInItsFolder() {
        assertThat(software(l -> l.file(STORED, "{\"name\"").hardLink("usr/app/node_modules/a/package.json", STORED))
                .unread()).extracting(Unread::path).containsExactly("usr/app/node_modules/a/package.json");
    }

    @Test
    void packageCountsInEachFolderThatItIsInstalledIn() {
        assertThat(software(l -> l.file(STORED, node("a"))
                .hardLink("srv/1/node_modules/a/package.json", STORED)
                .hardLink("srv/2/node_modules/a/package.json", "srv/1/node_modules/a/package.json"))
                .languagePackages()).extracting(LanguagePackage::path)
                .containsExactly("srv/1/node_modules/a/package.json", "srv/2/node_modules/a/package.json");
    }

    @Test
    void packageRemainsWhenALaterLayerDeletesTheStore() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file(STORED, node("a")).hardLink("usr/app/node_modules/a/package.json", STORED))
                .layer(l -> l.whiteout("root/.wh..local"))
                .inspect()
                .software()
                .languagePackages()).extracting(LanguagePackage::path)
                .containsExactly("usr/app/node_modules/a/package.json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "root/.cache/uv/archive-v0/XyZ/flask-3.0.0.dist-info/METADATA",
            "opt/conda/pkgs/flask-3.0.0-py_0/site-packages/flask-3.0.0.dist-info/METADATA", "opt/a/METADATA" })
    void pythonPackageIsListedWhereItIsInstalledAndNotInTheCache(String cached) {
        String installed = "usr/lib/python3/site-packages/flask-3.0.0.dist-info/METADATA";
        assertThat(software(l -> l.file(cached, "Name: Flask\nVersion: 3.0.0\n").hardLink(installed, cached))
                .languagePackages()).extracting(LanguagePackage::name, LanguagePackage::path)
                .containsExactly(tuple("Flask", installed));
    }

    @Test
    void programWhoseContentHasAnotherNameIsReportedOnceAsUnread() {
        Software software = software(l -> l.file("opt/a", NGINX, 0755)
                .hardLink("usr/bin/nginx", "opt/a", 0755)
                .hardLink("usr/sbin/nginx", "opt/a", 0755));
        assertThat(software.languagePackages()).isEmpty();
        assertThat(software.unread()).singleElement().satisfies(unread -> {
            assertThat(unread.path()).isEqualTo("usr/bin/nginx");
            assertThat(unread.subject()).isEqualTo(Subject.LANGUAGE_PACKAGE);
            assertThat(unread.because()).contains("Programs without a package", "opt/a", " 1 more");
        });
    }

    @Test
    void programOfAPackageIsNotReported() {
        assertThat(software(l -> l
                .file("var/lib/dpkg/status",
                        "Package: nginx\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n")
                .file("var/lib/dpkg/info/nginx.list", "/usr/bin/nginx\n")
                .file("opt/a", NGINX, 0755)
                .hardLink("usr/bin/nginx", "opt/a", 0755)).unread()).isEmpty();
    }

    /** The image of BusyBox has its program under the first of its names. */
    @Test
    void busyboxIsFoundUnderItsFirstName() {
        Software software = software(l -> l.file("bin/[", "\177ELF" + "\0".repeat(60) + "BusyBox v1.37.0 (", 0755)
                .hardLink("bin/busybox", "bin/[", 0755));
        assertThat(software.languagePackages()).extracting(LanguagePackage::name, LanguagePackage::version)
                .containsExactly(tuple("busybox", "1.37.0"));
        assertThat(software.unread()).isEmpty();
    }

    @Test
    void osReleaseWithAnotherNameIsRead() {
        OsRelease os = DrawnImage.anImage()
                .layer(l -> l.file("usr/lib/os-release", "ID=debian\nNAME=Debian\n")
                        .hardLink("a", "usr/lib/os-release"))
                .inspect()
                .system()
                .os();
        assertThat(os).isNotNull();
    }

    @Test
    void namesBeyondALimitAreReported() {
        int links = 60_000;
        Software software = software(l -> {
            l.file(STORED, node("a"));
            for (int i = 0; i < links; i++) {
                l.hardLink("usr/" + i + "/node_modules/a/package.json", STORED);
            }
        });
        long listed = software.languagePackages().size();
        assertThat(listed).isBetween(1_000L, LinkedFiles.MAX_COST);
        assertThat(software.unread()).singleElement()
                .satisfies(unread -> assertThat(unread.because()).contains(" " + (links - listed - 1) + " more"));
    }

    private static Software software(Consumer<LayerBuilder> drawing) {
        return DrawnImage.anImage().layer(drawing).inspect().software();
    }

    private static String node(String name) {
        return "{\"name\": \"%s\", \"version\": \"1.0.0\", \"license\": \"MIT\"}".formatted(name);
    }
}
