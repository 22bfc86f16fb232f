package dev.tare.source.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import dev.tare.fixture.LayerBuilder;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.format.UnsupportedImageException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Streams more bytes than a heap should hold, and measures the allocation. */
class BoundedMemoryTests {

    private static final long GIGABYTE = 1L << 30;

    private static final long MEGABYTES_64 = 64L << 20;

    @Test
    void aManifestOfAGigabyteFailsAtItsHeader() {
        InputStream archive = new SequenceInputStream(new ByteArrayInputStream(header("manifest.json", GIGABYTE)),
                new Repeated("[[[[".getBytes(), Long.MAX_VALUE));
        assertThat(allocatedBy(() -> assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> read(archive))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("document-size"))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("manifest.json")))).isLessThan(MEGABYTES_64);
    }

    @Test
    void aConfigOfAGigabyteIsNotKept() {
        String manifest = "[{\"Config\":\"c.json\",\"Layers\":[]}]";
        byte[] rest = new LayerBuilder().file("manifest.json", manifest).toTar();
        InputStream archive = concat(header("c.json", GIGABYTE), new Repeated("{\"a\":".getBytes(), GIGABYTE), rest);
        assertThat(allocatedBy(() -> assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> read(archive))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("c.json"))))
                .isLessThan(MEGABYTES_64);
    }

    @Test
    void documentsTogetherAreBounded() {
        int size = 8 << 20;
        IntFunction<InputStream> document = number -> new SequenceInputStream(
                new ByteArrayInputStream(header(number + ".json", size)), new Repeated(" ".getBytes(), size));
        InputStream archive = concat(Collections.enumeration(IntStream.range(0, 100)
                .mapToObj(document)
                .toList()));
        assertThat(allocatedBy(() -> assertThatExceptionOfType(InvalidImageException.class)
                .isThrownBy(() -> read(archive)))).isLessThan(8 * 3L * size);
    }

    @Test
    void aMillionEntriesEndAtTheLimit() {
        byte[] entry = Arrays.copyOf(new LayerBuilder().directory("a").toTar(), 512);
        InputStream archive = new Repeated(entry, 1_000_000L * entry.length);
        assertThat(allocatedBy(() -> assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> read(archive))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("archive-entries"))))
                .isLessThan(MEGABYTES_64);
    }

    @Test
    void aLayerOfAGigabyteStreamsThrough() {
        InputStream layer = new SequenceInputStream(new ByteArrayInputStream(header("big", GIGABYTE - 512)),
                new Repeated("x".getBytes(), GIGABYTE - 512));
        InputStream archive = concat(Collections.enumeration(List.of(
                new ByteArrayInputStream(header("layer.tar", GIGABYTE)), layer,
                new ByteArrayInputStream(new byte[1024]))));
        assertThat(allocatedBy(() -> assertThatExceptionOfType(UnsupportedImageException.class)
                .isThrownBy(() -> read(archive))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("no-manifest")))).isLessThan(MEGABYTES_64);
    }

    private static void read(InputStream archive) {
        ArchiveSources.stream("given.tar", archive, ImageSelection.ONLY, Limits.DEFAULTS)
                .read(new TarPaths(), TarPaths.budget());
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static byte[] header(String path, long size) {
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setSize(size);
        byte[] header = new byte[512];
        entry.writeEntryHeader(header);
        return header;
    }

    private static InputStream concat(byte[] first, InputStream second, byte[] third) {
        return concat(Collections.enumeration(
                List.of(new ByteArrayInputStream(first), second, new ByteArrayInputStream(third))));
    }

    private static InputStream concat(Enumeration<? extends InputStream> parts) {
        return new SequenceInputStream(parts);
    }

    /** Repeats the same bytes up to a length. */
    private static final class Repeated extends InputStream {

        private final byte[] pattern;

        private long left;

        private int position;

        Repeated(byte[] pattern, long size) {
            this.pattern = pattern.length < 4096 ? repeat(pattern) : pattern;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (this.left == 0) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, this.pattern.length - this.position), this.left);
            System.arraycopy(this.pattern, this.position, bytes, offset, count);
            this.position = (this.position + count) % this.pattern.length;
            this.left -= count;
            return count;
        }

        private static byte[] repeat(byte[] pattern) {
            byte[] repeated = new byte[8192 / pattern.length * pattern.length];
            for (int i = 0; i < repeated.length; i++) {
                repeated[i] = pattern[i % pattern.length];
            }
            return repeated;
        }
    }
}
