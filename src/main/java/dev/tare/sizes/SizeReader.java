package dev.tare.sizes;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.registry.Repository;
import dev.tare.registry.Traffic;
import dev.tare.source.registry.DocumentRequests;
import dev.tare.source.registry.KnownDocuments;
import dev.tare.source.registry.RegistryArgument;

/**
 * Reads the sizes of images from their manifests and configs. An image without an index takes two requests in a row: its
 * manifest and its config. An index is one more. With all platforms, the manifests are requested in parallel, and no
 * config of a platform that the index states. Safe for use by several threads.
 */
public final class SizeReader {

    /** Documents that are in memory at once, from all registries together. */
    private static final int MAX_DOCUMENTS = 8;

    private final Limits limits;

    private final int documents;

    public SizeReader(Limits limits) {
        this(limits, MAX_DOCUMENTS);
    }

    /** @param documents that may be in memory at once */
    public SizeReader(Limits limits, int documents) {
        this.limits = limits;
        this.documents = documents;
    }

    /**
     * Reads images in parallel. Images of one repository share a client. It does not request documents that an argument
     * {@linkplain RegistryArgument#remembering() remembers}, and lets the argument remember the others. An image that is
     * named twice is read once.
     *
     * @param deadline of all images together
     * @param traffic  counts the requests
     * @return one for each image, in their order
     * @throws UncheckedIOException if the thread is interrupted
     */
    public List<SizeReading> readNamed(List<RegistryArgument> images, PlatformSelection selection, Deadline deadline,
            Traffic traffic) {
        Map<Reading, Future<SizeReading>> started = new HashMap<>();
        Map<String, Repository> clients = new HashMap<>();
        // No virtual thread waits for a socket: the JVM would end later by the time that its poller takes to stop.
        ThreadFactory platform = Thread.ofPlatform().daemon().name("sizes-", 1).factory();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService requests = Executors.newFixedThreadPool(this.documents, platform)) {
            List<Future<SizeReading>> readings = new ArrayList<>();
            try {
                for (RegistryArgument image : images) {
                    // A client belongs to the user that this thread has, so the other threads do not open it.
                    readings.add(started.computeIfAbsent(new Reading(image.reference(), image.known()), _ -> threads
                            .submit(reading(image, selection, deadline, traffic, clients, threads, requests))));
                }
                return all(readings);
            } finally {
                threads.shutdownNow();
                requests.shutdownNow();
                clients.values().forEach(Repository::close);
            }
        }
    }

    /** Results of tasks, in their order. */
    static <T> List<T> all(List<Future<T>> tasks) {
        List<T> results = new ArrayList<>();
        for (Future<T> task : tasks) {
            try {
                results.add(task.get());
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
                throw interrupted(ex);
            } catch (ExecutionException ex) {
                throw unwrapped(ex);
            }
        }
        return results;
    }

    static UncheckedIOException interrupted(InterruptedException cause) {
        InterruptedIOException interrupted = new InterruptedIOException("Reading the sizes was interrupted");
        interrupted.initCause(cause);
        return new UncheckedIOException(interrupted);
    }

    private Callable<SizeReading> reading(RegistryArgument image, PlatformSelection selection, Deadline deadline,
            Traffic traffic, Map<String, Repository> clients, ExecutorService threads,
            ExecutorService requests) {
        ImageReference reference = image.reference();
        try {
            Repository client = clients.computeIfAbsent(reference.registry() + "/" + reference.repository(),
                    _ -> image.registries().client(reference, deadline, traffic));
            ReferenceReader reader = new ReferenceReader(reference,
                    new DocumentRequests(image.name(), client, this.limits, image.known()), selection, this.limits,
                    deadline, threads, requests);
            return () -> read(reader);
        } catch (InvalidImageException ex) {
            return () -> new SizeReading.Failed(ex);
        }
    }

    private static SizeReading read(ReferenceReader reader) {
        try {
            return new SizeReading.Read(reader.read());
        } catch (InvalidImageException ex) {
            return new SizeReading.Failed(ex);
        }
    }

    private static RuntimeException unwrapped(ExecutionException ex) {
        return switch (ex.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(ex);
        };
    }

    /** What distinguishes one reading of an image from another. */
    private record Reading(ImageReference reference, KnownDocuments known) {}
}
