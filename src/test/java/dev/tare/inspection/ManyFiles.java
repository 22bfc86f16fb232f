package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.image.Compression;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.ImageConfig;
import dev.tare.image.Layer;
import dev.tare.image.MediaType;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.LayerReader;
import dev.tare.source.Progress;

/**
 * An image of one layer with any number of small files, a hundred in each folder. The files only exist in the stream.
 */
public final class ManyFiles implements ImageSource {

    private final int files;

    public ManyFiles(int files) {
        this.files = files;
    }

    /** Inspects an image with the given number of files in the heap of this process. */
    public static void main(String[] arguments) {
        int files = Integer.parseInt(arguments[0]);
        Inspection inspection = new Inspector(Limits.DEFAULTS).inspect(new ManyFiles(files));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("%d files, %d bytes by estimate, %d bytes of heap%n", inspection.files().fileCount(),
                inspection.heapSize(), runtime.totalMemory() - runtime.freeMemory());
    }

    @Override
    public String name() {
        return "many-files";
    }

    @Override
    public <T> ImageContents<T> read(LayerReader<T> reader, KnownLayers<T> known, ImageBudget budget,
            Progress progress) {
        byte[] config = ImageBuilder.anImage("many:1").layer(new byte[1024]).configDocument();
        Digest digest = Digest.sha256Of(new byte[1024]);
        Image image = new Image(name(), digest, null, Map.of(), ImageConfig.parse("config", config),
                List.of(new Layer(digest, new DiffId(digest), MediaType.OCI_LAYER, Compression.NONE, 1, 1, null)));
        try (InputStream tar = new Tar()) {
            return new ImageContents<>(image, List.of(reader.read("layer", tar, budget.ofLayer())));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static String path(int file) {
        return "opt/application/modules/folder-%05d/some-file-%07d.js".formatted(file / 100, file);
    }

    /** A tar that is created while it is read. Each entry has another name and content. */
    private final class Tar extends InputStream {

        private static final int CHECKSUM = 148;

        private final byte[] entry = Arrays.copyOf(new LayerBuilder().file(path(0), content(0)).toTar(), 1024);

        private int next;

        private int position = this.entry.length;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (this.position == this.entry.length) {
                if (this.next == ManyFiles.this.files) {
                    return -1;
                }
                write(this.next++);
            }
            int count = Math.min(length, this.entry.length - this.position);
            System.arraycopy(this.entry, this.position, bytes, offset, count);
            this.position += count;
            return count;
        }

        private void write(int file) {
            put(path(file), 0);
            put(content(file), 512);
            put(" ".repeat(8), CHECKSUM);
            int sum = 0;
            for (int i = 0; i < 512; i++) {
                sum += this.entry[i] & 0xff;
            }
            put("%06o".formatted(sum), CHECKSUM);
            this.position = 0;
        }

        private void put(String text, int offset) {
            System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, this.entry, offset, text.length());
        }

        private static String content(int file) {
            return "%07d".formatted(file);
        }
    }
}
