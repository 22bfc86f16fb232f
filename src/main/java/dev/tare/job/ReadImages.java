package dev.tare.job;

import java.util.ArrayList;
import java.util.List;

import dev.tare.comparison.ComparedImage;
import dev.tare.limits.LimitExceededException;

/**
 * The inspected images of a job so far. After the first failure there is no comparison, so it keeps none. The layer cache
 * makes another attempt fast.
 */
final class ReadImages {

    private final long capacity;

    /** Heap of the images that the request contained, in bytes. The request keeps them until the job ends. */
    private final long archives;

    private final List<ComparedImage> images = new ArrayList<>();

    /** Heap of all images that had room, in bytes, even if they are not kept. */
    private long total;

    private boolean failed;

    /** @param capacity the heap that the images may have together, in bytes */
    ReadImages(List<JobRequest.Input> inputs, long capacity) {
        this.capacity = capacity;
        this.archives = inputs.stream()
                .mapToLong(input -> input instanceof JobRequest.Inspected(ComparedImage image) ? heapSize(image) : 0)
                .sum();
        this.total = this.archives;
    }

    /** Heap of the images in bytes, also of archives whose place in the order comes later. */
    long heapSize() {
        return this.failed ? this.archives : this.total;
    }

    /** Adds an image of the request. */
    void addArchive(ComparedImage image) {
        if (!this.failed) {
            this.images.add(image);
        }
    }

    /**
     * Adds an image that was read.
     *
     * @throws LimitExceededException if the images are too large together
     */
    void add(ComparedImage image) {
        long size = heapSize(image);
        if (this.total + size > this.capacity) {
            throw new LimitExceededException("tare.catalog.size", this.capacity,
                    "bytes to keep, together with the other images", image.source());
        }
        this.total += size;
        if (!this.failed) {
            this.images.add(image);
        }
    }

    /** An image cannot be read. */
    void fail() {
        this.failed = true;
        this.images.clear();
    }

    /** The images in their order. */
    List<ComparedImage> all() {
        return this.images;
    }

    private static long heapSize(ComparedImage image) {
        return image.inspection().heapSize();
    }
}
