package dev.tare.command.image;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

import dev.tare.command.terminal.ProgressDisplay;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.registry.Traffic;
import dev.tare.sizes.ManifestSizes;
import dev.tare.sizes.PlatformSelection;
import dev.tare.sizes.SizeReader;
import dev.tare.sizes.SizeReading;
import dev.tare.source.ImageArgument;
import dev.tare.source.registry.KnownDocuments;
import dev.tare.source.registry.RegistryArgument;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;

/** The compressed sizes of several images in registries, which their manifests state before any layer is read. */
final class FirstSizes {

    /** The sizes are not worth a longer wait: the report states them, too. */
    private static final Duration LONGEST = Duration.ofMillis(1_500);

    private FirstSizes() {}

    /**
     * Shows a line for each image in a registry if there are several. Reading the layers reports the problem of an image
     * without a line.
     *
     * @return the same images, which remember the documents, so that nothing is requested twice
     */
    static List<ImageArgument> show(List<ImageArgument> images, PlatformSelection selection, Limits limits,
            ProgressDisplay shown) {
        KnownDocuments.Room room = KnownDocuments.Room.usual();
        List<ImageArgument> remembering = images.stream()
                .map(image -> image instanceof RegistryArgument named ? named.remembering(room) : image)
                .toList();
        SequencedMap<Integer, RegistryArgument> named = new TreeMap<>();
        for (int i = 0; i < remembering.size(); i++) {
            if (remembering.get(i) instanceof RegistryArgument image) {
                named.put(i, image);
            }
        }
        if (named.size() < 2) {
            return images;
        }
        List<Integer> places = List.copyOf(named.keySet());
        Deadline deadline = Deadline.of(limits.with(Limit.TIME, LONGEST.toMillis()));
        List<SizeReading> readings = new SizeReader(limits).readNamed(List.copyOf(named.values()), selection, deadline,
                new Traffic());
        List<ManifestSizes> before = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof SizeReading.Read read) {
                ManifestSizes sizes = read.sizes().first();
                shown.remark(places.get(i), line(sizes, before));
                before.add(sizes);
            }
        }
        return remembering;
    }

    private static String line(ManifestSizes sizes, List<ManifestSizes> before) {
        String size = Bytes.rounded(sizes.compressed()) + " compressed in "
                + Counts.of(sizes.distinctLayers(), "layer", "layers");
        return before.isEmpty() ? size
                : size + ", " + Bytes.rounded(sizes.compressed() - sizes.sharedWith(before))
                        + " of it not in the images above";
    }
}
