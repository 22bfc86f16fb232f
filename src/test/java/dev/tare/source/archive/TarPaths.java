package dev.tare.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.tar.TarEntry;
import dev.tare.archive.tar.TarReader;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.source.LayerReader;

/** The simplest layer reader: lists the paths of a layer. */
public final class TarPaths implements LayerReader<List<String>> {

    private final Limits limits;

    public TarPaths() {
        this(Limits.DEFAULTS);
    }

    public TarPaths(Limits limits) {
        this.limits = limits;
    }

    /** The budget of an image. Its time begins now. */
    public static ImageBudget budget() {
        return new ImageBudget(Limits.DEFAULTS);
    }

    @Override
    public List<String> read(String layer, InputStream tar, ImageBudget budget) throws IOException {
        TarReader reader = TarReader.ofLayer(tar, layer, this.limits, budget);
        List<String> paths = new ArrayList<>();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            paths.add(entry.path());
        }
        return paths;
    }
}
