package dev.tare.ecosystem;

import java.util.ArrayList;
import java.util.List;

import dev.tare.content.PathList;
import dev.tare.ecosystem.rpm.RpmCollectorTests;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileOwnersTests {

    private static final String INFO = "var/lib/dpkg/info/";

    @Test
    void dpkgListsIdentifyTheOwnerOfAFile() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("usr/bin/ls", "ls")
                        .file("usr/lib/libc.so.6", "c")
                        .file("usr/local/bin/mine", "mine!")
                        .file(INFO + "coreutils.list", "/.\n/usr\n/usr/bin\n/usr/bin/ls\n/usr/bin/gone\n")
                        .file(INFO + "libc6:amd64.list", "/.\n/usr/lib/libc.so.6\n"))
                .inspect();
        assertThat(inspection.software().owners().isKnown()).isTrue();
        assertThat(inspection.software().owners().ownerOf("usr/bin/ls")).isEqualTo("coreutils");
        assertThat(inspection.software().owners().ownerOf("usr/lib/libc.so.6")).isEqualTo("libc6");
        assertThat(inspection.software().owners().ownerOf("usr/bin/gone")).isNull();
        assertThat(inspection.software().owners().unowned().map(FileEntry::path)).containsExactly("usr/local/bin/mine",
                INFO + "coreutils.list", INFO + "libc6:amd64.list");
    }

    @Test
    void fileInAFolderThatBecameALinkIsFound() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.symlink("bin", "usr/bin")
                        .file("usr/bin/sh", "sh")
                        .file(INFO + "dash.list", "/bin\n/bin/sh\n"))
                .inspect();
        assertThat(inspection.software().owners().ownerOf("usr/bin/sh")).isEqualTo("dash");
    }

    @Test
    void divertedFileIsFoundAtItsDivertedPath() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("bin/sh", "of dash")
                        .file("bin/sh.distrib", "of bash")
                        .file("var/lib/dpkg/diversions", "/bin/sh\n/bin/sh.distrib\ndash\n")
                        .file(INFO + "bash.list", "/bin/sh\n")
                        .file(INFO + "dash.list", "/bin/sh\n"))
                .inspect();
        assertThat(inspection.software().owners().ownerOf("bin/sh")).isEqualTo("dash");
        assertThat(inspection.software().owners().ownerOf("bin/sh.distrib")).isEqualTo("bash");
    }

    @Test
    void distrolessSumsIdentifyTheOwnerOfAFile() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("etc/services", "s")
                        .file("var/lib/dpkg/status.d/netbase", "Package: netbase\nVersion: 6\n")
                        .file("var/lib/dpkg/status.d/netbase.md5sums",
                                "0123456789abcdef0123456789abcdef  etc/services\n"))
                .inspect();
        assertThat(inspection.software().owners().ownerOf("etc/services")).isEqualTo("netbase");
    }

    @Test
    void apkDatabaseIdentifiesTheOwnerOfAFile() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("bin/busybox", "b")
                        .file("root-file", "r")
                        .file("lib/apk/db/installed", """
                                P:busybox
                                V:1
                                F:bin
                                R:busybox
                                a:0:0:755
                                F:etc
                                R:gone

                                P:other
                                V:1
                                F:
                                R:root-file
                                """))
                .inspect();
        assertThat(inspection.software().owners().ownerOf("bin/busybox")).isEqualTo("busybox");
        assertThat(inspection.software().owners().ownerOf("root-file")).isEqualTo("other");
    }

    @Test
    void rpmDatabaseIdentifiesTheOwnerOfAFile() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/rpm/rpmdb.sqlite", RpmCollectorTests.genuine())
                        .file("usr/bin/alpha", "a")
                        .file("etc/alpha.conf", "c")
                        .file("etc/other.conf", "c"))
                .inspect();
        assertThat(inspection.software().owners().ownerOf("usr/bin/alpha")).isEqualTo("tare-alpha");
        assertThat(inspection.software().owners().ownerOf("etc/alpha.conf")).isEqualTo("tare-alpha");
        assertThat(inspection.software().owners().ownerOf("etc/other.conf")).isNull();
    }

    @Test
    void imageWithoutFileListsHasNoOwners() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", "Package: a\nStatus: install ok installed\nVersion: 1\n")
                        .file("backup/var/lib/dpkg/info/a.list", "/etc/a\n"))
                .inspect();
        assertThat(inspection.software().owners().isKnown()).isFalse();
        assertThat(inspection.software().owners().unowned()).isEmpty();
    }

    @Test
    void pathListReturnsTheAddedPaths() {
        List<String> paths = List.of("/usr", "/usr/bin/a", "/usr/bin/ab", "", "/é/ü", "/é/ü", "x".repeat(4000), "/");
        PathList.Builder builder = new PathList.Builder();
        paths.forEach(builder::add);
        List<String> found = new ArrayList<>();
        builder.build().forEach(found::add);
        assertThat(found).isEqualTo(paths);
    }

    @Test
    void pathListOfAMillionFilesIsSmall() {
        PathList.Builder builder = new PathList.Builder();
        for (int i = 0; i < 1_000_000; i++) {
            builder.add("/usr/share/an-application/folder-" + i / 100 + "/file-" + i + ".properties");
        }
        assertThat(builder.build().length()).isLessThan(25_000_000);
    }
}
