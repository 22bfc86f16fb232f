package dev.tare.ecosystem.apk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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

    private static @Nullable Finding collect(ContentCollector collector, String path, String content)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarEntry file = new TarEntry(path, EntryType.FILE, bytes.length, 0644, 0, 0, Instant.EPOCH, null, Map.of(),
                null);
        return collector.collect(file, new ByteArrayInputStream(bytes));
    }
}
