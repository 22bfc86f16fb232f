package dev.tare.cache;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScannedEntries;
import dev.tare.fixture.ImageBuilder;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.source.KnownLayers;
import dev.tare.source.ReadLayer;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.jspecify.annotations.Nullable;

/** The layers of an image after the pass over them. */
final class ReadLayers implements KnownLayers<LayerScan> {

    private final List<ReadLayer<LayerScan>> layers = new CopyOnWriteArrayList<>();

    private ReadLayers() {}

    static List<ReadLayer<LayerScan>> of(ImageBuilder image) {
        ReadLayers read = new ReadLayers();
        new Inspector(Limits.DEFAULTS, new LayerCache(0, read)).inspect(ArchiveSources.stream("image",
                new ByteArrayInputStream(image.asDockerArchive()), ImageSelection.ONLY, Limits.DEFAULTS));
        return new ArrayList<>(read.layers);
    }

    /** A layer with one file. */
    static ReadLayer<LayerScan> withFile(String path, String content) {
        return of(ImageBuilder.anImage("image:1").layer(layer -> layer.file(path, content))).getFirst();
    }

    /** Everything in a scan, in a form that has equality. */
    static List<Object> facts(LayerScan scan) {
        List<Object> facts = new ArrayList<>(List.of(scan.cost(), scan.whiteouts()));
        for (ScannedEntries.Entry entry : scan.entries()) {
            facts.add(entry);
        }
        return facts;
    }

    @Override
    public @Nullable ReadLayer<LayerScan> find(Digest digest) {
        return null;
    }

    @Override
    public void taken() {
        // No layer is known.
    }

    @Override
    public void keep(ReadLayer<LayerScan> layer, boolean fromRegistry) {
        this.layers.add(layer);
    }

    @Override
    public Turn await(DiffId diffId, Deadline deadline) {
        return () -> {
        };
    }
}
