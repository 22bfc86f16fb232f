package dev.tare.inspection;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.tare.content.Unread;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.runtime.JavaBuild;
import dev.tare.ecosystem.java.runtime.JavaProduct;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.ecosystem.java.runtime.JavaVm;
import dev.tare.ecosystem.java.runtime.RuntimeSource;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.system.OsRelease;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CollectorTests {

    private static final String STATUS = """
            Package: libc6
            Status: install ok installed
            Priority: optional
            Installed-Size: 13004
            Architecture: amd64
            Multi-Arch: same
            Source: glibc
            Version: 2.41-12
            Description: GNU C Library
             Package: not-this-one
             .
             Version: nor-this

            Package: gone
            Status: deinstall ok config-files
            Architecture: all
            Version: 1

            Package: bsdutils
            Status: hold ok installed
            Architecture: amd64
            Source: util-linux (2.41-5)
            Version: 1:2.41-5
            """;

    @Test
    void dpkgStatusListsInstalledPackages() {
        List<OsPackage> packages = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", STATUS))
                .inspect()
                .software()
                .packages();
        assertThat(packages).containsExactly(
                new OsPackage("dpkg", "bsdutils", "1:2.41-5", "amd64", "util-linux", "2.41-5", null,
                        "var/lib/dpkg/status", 0),
                new OsPackage("dpkg", "libc6", "2.41-12", "amd64", "glibc", null, 13004L * 1024, "var/lib/dpkg/status",
                        0));
    }

    @Test
    void dpkgStatusOfALowerLayerIsIgnored() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", STATUS))
                .layer(l -> l.file("var/lib/dpkg/status",
                        STATUS + "\nPackage: new\nStatus: install ok installed\nVersion: 1\n"))
                .inspect();
        assertThat(inspection.software().packages()).extracting(OsPackage::name, OsPackage::layer)
                .containsExactly(tuple("bsdutils", 1), tuple("libc6", 1), tuple("new", 1));
    }

    @Test
    void deletedDpkgStatusListsNothing() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", STATUS))
                .layer(l -> l.whiteout("var/lib/dpkg"))
                .inspect()
                .software()
                .packages()).isEmpty();
    }

    @Test
    void dpkgStatusThatIsALinkToAnotherNameIsReportedAsUnread() {
        for (Consumer<LayerBuilder> layer : List.<Consumer<LayerBuilder>>of(
                l -> l.file("x", STATUS).hardLink("var/lib/dpkg/status", "x"),
                l -> l.file("x", STATUS).symlink("var/lib/dpkg/status", "../../../x"),
                l -> l.file("x", STATUS).hardLink("var/lib/dpkg/status.d/base", "x"))) {
            Inspection inspection = DrawnImage.anImage().layer(layer).inspect();
            assertThat(inspection.software().packages()).isEmpty();
            assertThat(inspection.software().unread()).extracting(Unread::subject)
                    .containsExactly(Unread.Subject.OS_PACKAGES);
        }
    }

    @Test
    void dpkgStatusWithAnotherNameIsRead() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", STATUS).hardLink("a", "var/lib/dpkg/status"))
                .inspect();
        assertThat(inspection.software().packages()).hasSize(2);
        assertThat(inspection.software().unread()).isEmpty();
    }

    @Test
    void dpkgStatusWithoutPackagesIsRead() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", "Package: gone\nStatus: deinstall ok config-files\n"))
                .inspect();
        assertThat(inspection.software().packages()).isEmpty();
        assertThat(inspection.software().unread()).isEmpty();
    }

    @Test
    void distrolessStatusFilesAreRead() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status.d/base", "Package: base-files\nVersion: 13.8\n")
                        .file("var/lib/dpkg/status.d/base.md5sums", "Package: no\n"))
                .layer(l -> l.file("var/lib/dpkg/status.d/tzdata", "Package: tzdata\nVersion: 2026a\n"))
                .inspect();
        assertThat(inspection.software().packages()).extracting(OsPackage::name, OsPackage::database, OsPackage::layer)
                .containsExactly(tuple("base-files", "var/lib/dpkg/status.d/base", 0),
                        tuple("tzdata", "var/lib/dpkg/status.d/tzdata", 1));
    }

    @Test
    void packageDatabasesAreReadBehindLinksOfFolders() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("usr/lib/dpkg/status", "Package: a\nStatus: install ok installed\nVersion: 1\n")
                        .file("usr/lib/dpkg/status.d/b", "Package: b\nVersion: 2\n")
                        .symlink("var/lib/dpkg", "../../usr/lib/dpkg"))
                .layer(l -> l.file("srv/apk/db/installed", "P:c\nV:3\n").symlink("usr/lib/apk", "/srv/apk"))
                .inspect();
        assertThat(inspection.software().packages()).extracting(OsPackage::name, OsPackage::database)
                .containsExactly(tuple("a", "usr/lib/dpkg/status"), tuple("b", "usr/lib/dpkg/status.d/b"),
                        tuple("c", "srv/apk/db/installed"));
    }

    @Test
    void packageDatabaseWithTwoNamesIsListedOnce() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", STATUS).hardLink("a", "var/lib/dpkg/status"))
                .inspect()
                .software()
                .packages()).hasSize(2);
        assertThat(DrawnImage.anImage()
                .layer(l -> l.symlink("lib", "usr/lib"))
                .layer(l -> l.file("usr/lib/apk/db/installed", "P:c\nV:3\n"))
                .inspect()
                .software()
                .packages()).hasSize(1);
    }

    @Test
    void packageDatabaseAtAnotherPathIsIgnored() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("backup/var/lib/dpkg/status", STATUS)
                        .file("opt/status.d/a", "Package: a\n")
                        .file("opt/apk/db/installed", "P:c\nV:3\n"))
                .inspect()
                .software()
                .packages()).isEmpty();
    }

    @Test
    void apkDatabaseIsRead() {
        String installed = "C:Q1abc=\nP:musl\nV:1.2.5-r9\nA:x86_64\nS:400000\nI:655360\no:musl\n\n"
                + "P:libssl3\nV:3.5.1-r0\nA:x86_64\nI:1000\no:openssl\nF:usr/lib\n";
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("lib/apk/db/installed", installed))
                .inspect()
                .software()
                .packages())
                .containsExactly(
                        new OsPackage("apk", "libssl3", "3.5.1-r0", "x86_64", "openssl", null, 1000L,
                                "lib/apk/db/installed",
                                0),
                        new OsPackage("apk", "musl", "1.2.5-r9", "x86_64", null, null, 655360L, "lib/apk/db/installed",
                                0));
    }

    @Test
    void invalidSizesAreUnknown() {
        String status = Stream.of("many", "9223372036854775807", "-1")
                .map(size -> "Package: a\nStatus: install ok installed\nVersion: 1\nInstalled-Size: " + size + "\n\n")
                .collect(joining());
        assertThat(
                DrawnImage.anImage().layer(l -> l.file("var/lib/dpkg/status", status)).inspect().software().packages())
                .extracting(OsPackage::installedSize)
                .hasSize(3)
                .containsOnlyNulls();
    }

    @Test
    void osReleaseIsReadThroughLinks() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.symlink("etc/os-release", "../usr/lib/os-release")
                        .file("usr/lib/os-release",
                                "PRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\nID=debian\nVERSION_ID='13'\n"
                                        + "VERSION_CODENAME=trixie\n# no\n"))
                .inspect();
        assertThat(inspection.system().os())
                .isEqualTo(new OsRelease("debian", "13", "trixie", "Debian GNU/Linux 13 (trixie)"));
    }

    @Test
    void osReleaseInEtcHasPrecedence() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("etc/os-release", "ID=mine\nNAME=Mine").file("usr/lib/os-release", "ID=debian"))
                .inspect();
        assertThat(inspection.system().os()).isEqualTo(new OsRelease("mine", null, null, "Mine"));
    }

    @Test
    void alpineReleaseStatesTheDistributionIfNoOsReleaseDoes() {
        assertThat(DrawnImage.anImage().layer(l -> l.file("etc/alpine-release", "3.20.3\n")).inspect().system().os())
                .isEqualTo(new OsRelease("alpine", "3.20.3", null, "Alpine Linux 3.20.3"));
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("etc/alpine-release", "3.20.3\n").file("usr/lib/os-release", "ID=wolfi"))
                .inspect()
                .system()
                .os()).isEqualTo(new OsRelease("wolfi", null, null, "wolfi"));
        assertThat(DrawnImage.anImage().layer(l -> l.file("etc/alpine-release", "a b")).inspect().system().os())
                .isNull();
    }

    @Test
    void osReleaseWithBlankValuesHasDefaults() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("etc/os-release", "ID=\"\"\nVERSION_ID=\" \"\nNAME=Mine\n"))
                .inspect()
                .system()
                .os()).isEqualTo(new OsRelease("linux", null, null, "Mine"));
    }

    @Test
    void osReleaseIsReadWithoutItsSecrets() {
        String release = "ID=https://me:Leak@h/\nVERSION_ID=token=Leak\nVERSION_CODENAME=token=Leak\n"
                + "PRETTY_NAME=\"Mine, --password Leak\"\n";
        assertThat(DrawnImage.anImage().layer(l -> l.file("etc/os-release", release)).inspect().system().os())
                .isEqualTo(new OsRelease("https://(hidden)@h/", "token=(hidden)", "token=(hidden)",
                        "Mine, --password (hidden)"));
    }

    @Test
    void imageWithoutOsReleaseHasNoDistribution() {
        assertThat(DrawnImage.anImage().layer(l -> l.file("opt/os-release", "ID=other")).inspect().system().os())
                .isNull();
    }

    @Test
    void javaRuntimeIsReadFromItsReleaseFile() {
        Inspection inspection = DrawnImage.anImage().layer(l -> l.file("opt/java/release", """
                IMPLEMENTOR="Eclipse Adoptium"
                JAVA_RUNTIME_VERSION="25.0.3+9-LTS"
                JAVA_VERSION="25.0.3"
                MODULES="java.base java.logging"
                """).file("etc/release", "VERSION=1")).inspect();
        assertThat(inspection.software().javaRuntimes())
                .containsExactly(new JavaRuntime("opt/java",
                        new JavaBuild(JavaProduct.TEMURIN, "Eclipse Adoptium", null, "25.0.3", "25.0.3+9-LTS",
                                JavaVm.UNKNOWN, RuntimeSource.RELEASE),
                        List.of("java.base", "java.logging"), 0, JavaRuntime.Kind.UNKNOWN,
                        "it has neither lib/modules nor lib/rt.jar", null, null));
    }
}
