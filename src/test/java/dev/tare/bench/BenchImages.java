package dev.tare.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import dev.tare.fixture.LayerBuilder;

/** Assembles the measured images. The result is always the same. */
final class BenchImages {

    /** In megabytes. The base image and the libraries are most of a real image. */
    private static final List<Integer> LAYERS = List.of(150, 120, 100, 80, 60, 50, 30, 10);

    private static final int TOTAL = LAYERS.stream().mapToInt(Integer::intValue).sum();

    private static final long MEGABYTE = 1_000_000;

    private final Path folder;

    private final BenchFiles files = new BenchFiles();

    BenchImages(Path folder) {
        this.folder = folder;
    }

    /** 600 MB of programs and texts in layers of different sizes. */
    BenchImage ordinary() throws IOException {
        return ofFiles("600 MB in " + LAYERS.size() + " layers", LAYERS);
    }

    /** The same files in this many layers of about the same size. */
    BenchImage inLayers(int count) throws IOException {
        return ofFiles("600 MB in " + count + (count == 1 ? " layer" : " layers"),
                Collections.nCopies(count, TOTAL / count));
    }

    /** This many small files in two layers. */
    BenchImage ofSmallFiles(int count) throws IOException {
        return ofSmallFiles(String.format(Locale.ROOT, "%,d small files", count), count, 0);
    }

    /** The same, with every tenth file changed. */
    BenchImage ofChangedSmallFiles(int count) throws IOException {
        return ofSmallFiles(String.format(Locale.ROOT, "%,d small files, changed", count), count, 10);
    }

    private BenchImage ofSmallFiles(String name, int count, int changed) throws IOException {
        return write(name, List.of(layer -> this.files.addSmall(layer, 0, count / 2, changed),
                layer -> this.files.addSmall(layer, count / 2, count, changed)));
    }

    /** Each layer continues with the files after those of the layer below, up to its size. */
    private BenchImage ofFiles(String name, List<Integer> layers) throws IOException {
        List<LayerContent> contents = new ArrayList<>();
        long bytes = 0;
        int from = 0;
        for (int megabytes : layers) {
            bytes += megabytes * MEGABYTE;
            int first = from;
            int end = BenchFiles.end(0, bytes);
            contents.add(layer -> this.files.add(layer, first, end));
            from = end;
        }
        return write(name, contents);
    }

    private BenchImage write(String name, List<LayerContent> layers) throws IOException {
        return new LayoutWriter(name, this.folder.resolve(name.replaceAll("\\W+", "-"))).write(layers);
    }

    /** Creates a layer and returns its number of files. */
    @FunctionalInterface
    interface LayerContent {

        int draw(LayerBuilder layer);
    }
}
