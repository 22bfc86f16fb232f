package dev.tare.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.registry.RegistryUser;
import dev.tare.registry.Traffic;
import dev.tare.sizes.PlatformSelection;
import dev.tare.sizes.ReferenceSizes;
import dev.tare.sizes.SizeReader;
import dev.tare.sizes.SizeReading;
import dev.tare.source.registry.RegistryArgument;

/**
 * Reads the sizes of images in registries for clients. A few requests run at once. One client has the share of them that
 * {@code tare.queue.client-share} allows.
 */
public class SizesService {

    private static final int REQUESTS = 4;

    /** Documents in memory for one request. A registry may send 4 MiB for each. */
    private static final int DOCUMENTS = 3;

    /** Sizes that a job shows while it runs are not worth a longer wait. */
    private static final Duration GLANCE = Duration.ofMillis(1_500);

    private final Limits limits;

    private final SizesProperties properties;

    private final RequestQueue queue;

    SizesService(Limits limits, SizesProperties properties, QueueProperties queue) {
        this.limits = limits;
        this.properties = properties;
        this.queue = RequestQueue.ofSizes(queue, REQUESTS);
    }

    /** The greatest number of images of one request. */
    public int maxImages() {
        return this.properties.maxImages();
    }

    /**
     * Reads all images.
     *
     * @param client  the sender of the request
     * @param traffic counts the requests to registries
     * @throws InvalidImageException if one of them cannot be read
     * @throws SizesTimeoutException if the registry of one of them does not answer in time
     * @throws TooBusyException      if too many requests run
     */
    public List<ReferenceSizes> read(String client, List<RegistryArgument> images, PlatformSelection selection,
            Traffic traffic) {
        try (Turn turn = this.queue.enter(client)) {
            turn.resume();
            List<SizeReading> readings = read(client, images, selection, this.properties.time(), traffic);
            List<ReferenceSizes> sizes = new ArrayList<>();
            for (int i = 0; i < readings.size(); i++) {
                if (isLate(readings.get(i))) {
                    throw new SizesTimeoutException(images.get(i).name(), this.properties.time());
                }
                sizes.add(readings.get(i).orThrow());
            }
            return sizes;
        }
    }

    /**
     * Reads the sizes of the images of a job if their registries answer soon. The caller bounds how many do so at once.
     *
     * @throws java.io.UncheckedIOException if the thread is interrupted
     */
    public List<SizeReading> glance(String client, List<RegistryArgument> images, PlatformSelection selection) {
        return read(client, images, selection, GLANCE, new Traffic());
    }

    private static boolean isLate(SizeReading reading) {
        return reading instanceof SizeReading.Failed(LimitExceededException problem)
                && problem.limit().equals(Limit.TIME.label());
    }

    private List<SizeReading> read(String client, List<RegistryArgument> images, PlatformSelection selection,
            Duration time, Traffic traffic) {
        Deadline deadline = Deadline.of(this.limits.with(Limit.TIME, TimeUnit.MILLISECONDS.convert(time)));
        RegistryUser user = () -> client;
        return ScopedValue.where(RegistryUser.CURRENT, user)
                .call(() -> new SizeReader(this.limits, DOCUMENTS).readNamed(images, selection,
                        deadline, traffic));
    }
}
