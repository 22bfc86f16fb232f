package dev.tare.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import dev.tare.archive.tar.EntryType;
import dev.tare.ecosystem.Dependencies;
import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.DeletedNames;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.image.Compression;
import dev.tare.image.ContainerConfig;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.ImageConfig;
import dev.tare.image.Layer;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspection.Software;
import dev.tare.inspection.Inspection.Weight;
import dev.tare.inspection.Secrets;
import dev.tare.inspection.Sizes;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.surface.Surface;
import dev.tare.inspection.system.Accounts;
import dev.tare.inspection.system.SystemFiles;
import dev.tare.inspection.waste.DiveEfficiency;
import dev.tare.inspection.waste.Duplicates;
import dev.tare.referrer.Referrers;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Inspections of images that do not exist. */
public final class TestInspections {

    private TestInspections() {}

    /** An image with one layer of this many files of one byte. The seed determines the content. */
    public static Inspection inspection(String name, String seed, int files) {
        return inspection(name, seed, files, Compression.GZIP);
    }

    /** The same image with its layer stored in another form. */
    static Inspection inspection(String name, String seed, int files, Compression compression) {
        DiffId diffId = new DiffId(digest(seed));
        Layer layer =
                new Layer(digest(seed + compression), diffId, MediaType.OCI_LAYER, compression, 100L, 2048L, null);
        Image image = new Image(name, digest("config of " + seed), null, Map.of(), config(diffId), List.of(layer));
        return new Inspection(image, BaseImage.unknown(0, "There is no evidence."),
                new Weight(new Sizes(100L, 100L, files, files, 0L),
                        List.of(new InspectedLayer(layer, files, files, 0L)), List.of(),
                        Duplicates.NONE, new DiveEfficiency(0, 0, 0)),
                tree(files), DeletedNames.NONE,
                new Software(List.of(), Dependencies.NONE, List.of(), List.of(), List.of(), List.of(),
                        FileOwners.UNKNOWN, FileOwners.UNKNOWN,
                        List.of()),
                new SystemFiles(null, Accounts.NONE, Map.of()), new Surface(true, List.of(), 0L, 0L), Secrets.NONE,
                Referrers.OUTSIDE_REGISTRY);
    }

    private static ImageConfig config(DiffId diffId) {
        return new ImageConfig(new Platform("linux", "amd64", null), null, null, new ContainerConfig("1000", List.of(),
                List.of(), List.of(), new TreeSet<>(), new TreeSet<>(), "", Map.of(),
                null, null, List.of(), List.of()), List.of(diffId), List.of());
    }

    private static FileTree tree(int files) {
        return FileTree.of(IntStream.range(0, files).mapToObj(TestInspections::file).toList());
    }

    private static FileEntry file(int index) {
        return new FileEntry("file" + index, EntryType.FILE, 1L, 0644, 0L, 0L, Instant.EPOCH, null, digest("x"), null,
                0);
    }

    private static Digest digest(String text) {
        return Digest.sha256Of(text.getBytes(UTF_8));
    }
}
