package dev.tare.bench;

import java.util.SplittableRandom;

import dev.tare.fixture.LayerBuilder;

/** Creates layers with files like those of images. The result is always the same. */
public final class BenchFiles {

    private static final int SMALLEST_FILE = 500;

    private static final double SMALLEST_TO_LARGEST = 8_000;

    private static final int FILES_IN_FOLDER = 100;

    private final BenchContent content = new BenchContent();

    /** The tar of a layer of programs and texts with at least this many bytes. */
    public byte[] tar(long bytes) {
        LayerBuilder layer = new LayerBuilder();
        add(layer, 0, end(0, bytes));
        return layer.toTar();
    }

    /** The tar of a layer of small texts. */
    public byte[] tarOfSmall(int from, int to) {
        LayerBuilder layer = new LayerBuilder();
        addSmall(layer, from, to, 0);
        return layer.toTar();
    }

    /** The index after the files, from {@code from} on, that have at least this many bytes in total. */
    static int end(int from, long bytes) {
        int file = from;
        for (long left = bytes; left > 0; file++) {
            left -= size(new SplittableRandom(file));
        }
        return file;
    }

    /** Adds programs and texts, and returns the number of files. */
    int add(LayerBuilder layer, int from, int to) {
        for (int file = from; file < to; file++) {
            SplittableRandom random = new SplittableRandom(file);
            int size = size(random);
            String folder = "folder-" + file / FILES_IN_FOLDER + "/";
            if (random.nextBoolean()) {
                layer.file("usr/lib/" + folder + "libfile" + file + ".so.1", this.content.program(random, size), 0755);
            } else {
                layer.file("usr/share/" + folder + "file-" + file + ".txt", this.content.text(random, size));
            }
        }
        return to - from;
    }

    private static int size(SplittableRandom random) {
        return (int) (SMALLEST_FILE * Math.pow(SMALLEST_TO_LARGEST, random.nextDouble()));
    }

    /**
     * Adds small texts, and returns the number of files.
     *
     * @param changed the interval of changed files, such as 10 for every tenth; 0 for no changes
     */
    int addSmall(LayerBuilder layer, int from, int to, int changed) {
        for (int file = from; file < to; file++) {
            SplittableRandom random = new SplittableRandom(changed > 0 && file % changed == 0 ? -file : file);
            layer.file("srv/app/modules/package-" + file / FILES_IN_FOLDER + "/source-file-" + file + ".js",
                    this.content.text(random, SMALLEST_FILE));
        }
        return to - from;
    }
}
