package dev.tare.ecosystem.dpkg;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DpkgFilesCollectorTests {

    private static final String LIST = "var/lib/dpkg/info/a.list";

    @Test
    void listedPathThatIsTooLongIsOmitted() throws IOException {
        Finding finding = collect(new DpkgFilesCollector(), LIST, "/" + "a".repeat(4096) + "\n/a\n");
        assertThat(finding).isInstanceOfSatisfying(FileList.class,
                list -> list.paths().forEach(path -> assertThat(path).isEqualTo("/a")));
    }

    private static @Nullable Finding collect(ContentCollector collector, String path, String content)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarEntry file = new TarEntry(path, EntryType.FILE, bytes.length, 0644, 0, 0, Instant.EPOCH, null, Map.of(),
                null);
        return collector.collect(file, new ByteArrayInputStream(bytes));
    }
}
