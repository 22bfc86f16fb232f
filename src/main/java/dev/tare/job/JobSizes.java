package dev.tare.job;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

import dev.tare.catalog.SizesService;
import dev.tare.sizes.ManifestSizes;
import dev.tare.sizes.PlatformSelection;
import dev.tare.sizes.ReferenceSizes;
import dev.tare.sizes.SizeReading;
import dev.tare.source.registry.KnownDocuments;
import dev.tare.source.registry.RegistryArgument;

/**
 * The first part of a comparison by name: the sizes of images in registries, before their layers are read. The documents
 * are remembered, so the images need no further request for them.
 */
final class JobSizes {

    private JobSizes() {}

    /**
     * The same images, which remember the documents that were read for their sizes. The room is bounded for all together. An
     * image that is named twice remembers them once.
     */
    static List<JobRequest.Input> remembering(List<JobRequest.Input> inputs) {
        KnownDocuments.Room room = KnownDocuments.Room.usual();
        Map<String, RegistryArgument> remembering = new HashMap<>();
        return inputs.stream()
                .map(input -> input instanceof JobRequest.Named named
                        && named.argument() instanceof RegistryArgument image
                                ? new JobRequest.Named(remembering.computeIfAbsent(image.text(),
                                        _ -> image.remembering(room)), named.platform(), named.name())
                                : input)
                .toList();
    }

    /** Gives the room of an image that was read to the later ones. */
    static void forget(List<JobRequest.Input> inputs, int index) {
        if (inputs.get(index) instanceof JobRequest.Named named && named.argument() instanceof RegistryArgument image
                && inputs.stream()
                        .skip(index + 1L)
                        .noneMatch(
                                later -> later instanceof JobRequest.Named other && other.argument().equals(image))) {
            image.forget();
        }
    }

    /**
     * The sizes by the index of the image. Images that cannot be read soon are left out: reading the layers reports
     * their problems.
     */
    static Map<Integer, Job.Sizes> read(String client, List<JobRequest.Input> inputs, SizesService service) {
        Map<PlatformSelection, SequencedMap<Integer, RegistryArgument>> images = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i) instanceof JobRequest.Named named && named.argument() instanceof RegistryArgument image) {
                images.computeIfAbsent(PlatformSelection.of(named.platform()), _ -> new TreeMap<>()).put(i, image);
            }
        }
        Map<Integer, ManifestSizes> sizes = new TreeMap<>();
        try {
            images.forEach((platform, named) -> add(sizes, List.copyOf(named.keySet()),
                    service.glance(client, List.copyOf(named.values()), platform)));
        } catch (UncheckedIOException ex) {
            // The job ended. Its loop over the images looks at that.
            return Map.of();
        }
        Map<Integer, Job.Sizes> known = new TreeMap<>();
        sizes.forEach((index, image) -> {
            List<ManifestSizes> others = new ArrayList<>(sizes.values());
            others.remove(image);
            known.put(index, new Job.Sizes(image.compressed(), image.distinctLayers(), image.layersSharedWith(others),
                    image.sharedWith(others)));
        });
        return known;
    }

    private static void add(Map<Integer, ManifestSizes> sizes, List<Integer> indexes, List<SizeReading> readings) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof SizeReading.Read(ReferenceSizes read)) {
                sizes.put(indexes.get(i), read.first());
            }
        }
    }
}
