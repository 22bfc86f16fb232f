package dev.tare.source;

import dev.tare.archive.ImageBudget;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.Limits;
import dev.tare.archive.TarEntry;
import dev.tare.archive.TarReader;

/** The simplest layer reader: what paths a layer has. */
final class TarPaths implements LayerReader<List<String>> {

    private final Limits limits;

    TarPaths() {
        this(Limits.DEFAULTS);
    }

    TarPaths(Limits limits) {
        this.limits = limits;
    }

    @Override
    public List<String> read(String layer, InputStream tar, ImageBudget budget) throws IOException {
        TarReader reader = new TarReader(tar, layer, this.limits, budget);
        List<String> paths = new ArrayList<>();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            paths.add(entry.path());
        }
        return paths;
    }
}
