package dev.tare.ecosystem.dpkg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.github.luben.zstd.Zstd;
import dev.tare.content.Unread;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.OsPackage;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection.Software;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ChiselPackagesTests {

    private static final String MANIFEST = "var/lib/chisel/manifest.wall";

    private static final String HEADER = "{\"jsonwall\":\"1.0\",\"schema\":\"1.0\",\"count\":5}\n";

    private static final String LINES = HEADER + """
            {"kind":"content","slice":"libssl3t64_libs","path":"/usr/lib/libssl.so.3"}
            {"kind":"package","name":"base-files","version":"13ubuntu10.1","sha256":"00","arch":"amd64"}
            {"kind":"package","name":"libssl3t64","version":"3.0.13-0ubuntu3.4","digests":{"sha256":"11"},"arch":"amd64"}
            {"kind":"path","path":"/etc/","mode":"0755","slices":["base-files_base"]}
            {"kind":"path","path":"/usr/lib/libssl.so.3","mode":"0644","slices":["libssl3t64_libs"],"size":3}
            {"kind":"slice","name":"libssl3t64_libs"}
            """;

    @Test
    void packagesAndFilesAreThoseOfTheManifest() {
        Software software = inspect(MANIFEST, zstd(LINES));
        assertThat(software.packages()).containsExactly(
                new OsPackage("dpkg", "base-files", "13ubuntu10.1", "amd64", null, null, null, MANIFEST, 0),
                new OsPackage("dpkg", "libssl3t64", "3.0.13-0ubuntu3.4", "amd64", null, null, null, MANIFEST, 0));
        assertThat(software.owners().ownerOf("usr/lib/libssl.so.3")).isEqualTo("libssl3t64");
        assertThat(software.dependencies().of(0)).isNull();
        assertThat(software.unread()).isEmpty();
    }

    @Test
    void manifestInAnotherFolderCountsIfItListsItself() {
        String itself =
                LINES + "{\"kind\":\"path\",\"path\":\"/opt/manifest.wall\",\"slices\":[\"base-files_chisel\"]}\n";
        assertThat(inspect("opt/manifest.wall", zstd(itself)).packages()).hasSize(2);
        assertThat(inspect("copy/opt/manifest.wall", zstd(itself)).packages()).isEmpty();
        assertThat(inspect("opt/manifest.wall", zstd(LINES)).packages()).isEmpty();
    }

    @Test
    void packageThatDpkgListsTooIsListedOnce() {
        Software software = DrawnImage.anImage()
                .layer(l -> l.file(MANIFEST, zstd(LINES))
                        .file("var/lib/dpkg/status.d/base-files",
                                "Package: base-files\nVersion: 13ubuntu10.1\nArchitecture: amd64\n"))
                .inspect()
                .software();
        assertThat(software.packages()).extracting(OsPackage::name, OsPackage::database)
                .containsExactly(tuple("base-files", "var/lib/dpkg/status.d/base-files"),
                        tuple("libssl3t64", MANIFEST));
    }

    @Test
    void damagedManifestIsUnread() {
        byte[] whole = zstd(LINES);
        assertUnread(Arrays.copyOf(whole, whole.length - 5), 0);
        assertUnread(LINES.getBytes(StandardCharsets.UTF_8), 0);
        assertUnread(new byte[0], 0);
        assertUnread(zstd("{}\n" + LINES), 0);
        assertUnread(zstd(HEADER + "\0\0\0"), 0);
        assertUnread(zstd(LINES + "{\"kind\":"), 2);
    }

    @Test
    void manifestThatInflatesToMoreThanARealOneIsUnread() {
        assertUnread(Zstd.compress(new byte[40 << 20]), 0);
    }

    @Test
    void fileOfAnotherFormatWithTheNameOfAManifestIsIgnored() {
        assertThat(inspect("app/manifest.wall", "x".getBytes(StandardCharsets.UTF_8)).unread()).isEmpty();
    }

    private static void assertUnread(byte[] manifest, int packages) {
        Software software = inspect(MANIFEST, manifest);
        assertThat(software.packages()).hasSize(packages);
        assertThat(software.unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.OS_PACKAGES, MANIFEST));
    }

    private static Software inspect(String path, byte[] manifest) {
        return DrawnImage.anImage()
                .layer(l -> l.file(path, manifest).file("usr/lib/libssl.so.3", "ssl"))
                .inspect()
                .software();
    }

    private static byte[] zstd(String lines) {
        return Zstd.compress(lines.getBytes(StandardCharsets.UTF_8));
    }
}
