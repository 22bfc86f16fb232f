package dev.tare.ecosystem.apk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.content.Unread;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.PackageList;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection.Software;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ApkCollectorTests {

    private static final String APK = "lib/apk/db/installed";

    @Test
    void apkFolderWithATooLongPathHasNoFiles() throws IOException {
        Finding finding = collect(new ApkCollector(), APK, "P:x\nV:1\nF:" + "a".repeat(65_000) + "\n"
                + "R:a\nR:b\n".repeat(50_000));
        assertThat(finding).isInstanceOfSatisfying(PackageList.class, list -> assertThat(list.packages())
                .extracting(InstalledPackage::name, one -> one.files().isEmpty())
                .containsExactly(tuple("x", true)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "P:.build-deps\nV:20260101.101010", "P:.build-deps\nV:0\nA:noarch",
            "P:deps\nV:1\nT:virtual meta package",
            "P:a", "P:a\nv:1" })
    void virtualPackageAndPackageWithoutVersionAreSkipped(String entry) throws IOException {
        assertThat(collect(new ApkCollector(), APK, entry + "\n\nP:b\nV:1\n"))
                .isInstanceOfSatisfying(PackageList.class, list -> assertThat(list.packages())
                        .extracting(InstalledPackage::name)
                        .containsExactly("b"));
    }

    @Test
    void licenseIsThatOfTheDatabase() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file(APK, "P:b\nV:1\nL:GPL-2.0-only AND MIT\n"))
                .inspect()
                .software()
                .packages())
                .extracting(one -> one.licenses().texts())
                .containsExactly(List.of("GPL-2.0-only AND MIT"));
    }

    @ParameterizedTest
    @ValueSource(strings = { APK, "usr/lib/apk/db/installed", "var/lib/apk/db/installed" })
    void databaseIsReadAtAnyOfItsPaths(String path) {
        assertThat(DrawnImage.anImage().layer(l -> l.file(path, "P:b\nV:1\n")).inspect().software().packages())
                .extracting(OsPackage::name)
                .containsExactly("b");
    }

    @Test
    void onlyTheCurrentDatabaseIsRead() {
        Software software = DrawnImage.anImage()
                .layer(l -> l.file(APK, "P:musl\nV:1\n").file("usr/" + APK, "P:musl\nV:2\n\nP:a\nV:1\n"))
                .inspect()
                .software();
        assertThat(software.packages()).extracting(OsPackage::name, OsPackage::version)
                .containsExactlyInAnyOrder(tuple("musl", "2"), tuple("a", "1"));
        assertThat(software.unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Unread.Subject.OS_PACKAGES, APK));
    }

    @ParameterizedTest
    @ValueSource(strings = { "P:b\nV:1\n", "P:b\nV:1\n\nP:c\nV:1\n" })
    void databaseAtTwoPathsIsReadOnce(String current) {
        Software software = DrawnImage.anImage()
                .layer(l -> l.file(APK, "P:b\nV:1\n").file("usr/" + APK, current))
                .inspect()
                .software();
        assertThat(software.packages()).extracting(OsPackage::name).doesNotHaveDuplicates().contains("b");
        assertThat(software.unread()).isEmpty();
    }

    private static @Nullable Finding collect(ContentCollector collector, String path, String content)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarEntry file = new TarEntry(path, EntryType.FILE, bytes.length, 0644, 0, 0, Instant.EPOCH, null, Map.of(),
                null);
        return collector.collect(file, new ByteArrayInputStream(bytes));
    }
}
