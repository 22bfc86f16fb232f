package dev.tare.source.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import dev.tare.engine.EngineException;
import dev.tare.engine.EngineImage;
import dev.tare.engine.EngineKind;
import dev.tare.engine.Engines;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;

/**
 * The images of engines for forms. Each list is kept for some seconds. An engine that does not answer delays one caller
 * only, and that one for a moment. Safe for use by several threads.
 */
public final class OfferedImages {

    private static final int MAX_IMAGES = 500;

    private static final Limits LIMITS = Limits.DEFAULTS.with(Limit.TIME, 10_000);

    private static final long KEPT_NANOS = Duration.ofSeconds(5).toNanos();

    private final Engines engines;

    private final Set<EngineKind> kinds;

    private final Duration patience;

    private CompletableFuture<List<Offer>> listing = CompletableFuture.completedFuture(List.of());

    private long begun = System.nanoTime() - KEPT_NANOS;

    private boolean waits = true;

    private List<Offer> known = List.of();

    /**
     * @param kinds    the engines whose images are offered
     * @param patience how long a caller waits for engines that answered before
     */
    public OfferedImages(Engines engines, Set<EngineKind> kinds, Duration patience) {
        this.engines = engines;
        this.kinds = Set.copyOf(kinds);
        this.patience = patience;
    }

    /** Whether images of an engine can be read at all. */
    public boolean isEnabled() {
        return !this.kinds.isEmpty();
    }

    /** The images, usually the newest first, or those of an earlier list while an engine does not answer. */
    public List<Offer> list() {
        CompletableFuture<List<Offer>> current;
        Duration wait;
        synchronized (this) {
            if (this.listing.isDone() && System.nanoTime() - this.begun >= KEPT_NANOS) {
                this.begun = System.nanoTime();
                this.listing = CompletableFuture.supplyAsync(this::read, task -> Thread.ofVirtual().start(task));
            }
            current = this.listing;
            wait = this.waits ? this.patience : Duration.ZERO;
            this.waits = current.isDone();
        }
        return await(current, wait);
    }

    private List<Offer> await(CompletableFuture<List<Offer>> current, Duration wait) {
        try {
            List<Offer> offers = current.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            synchronized (this) {
                this.known = offers;
                this.waits = true;
            }
        } catch (TimeoutException | ExecutionException ex) {
            // The form works without them.
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return this.known;
        }
    }

    private List<Offer> read() {
        List<Offer> offers = new ArrayList<>();
        for (EngineKind kind : this.kinds.stream().sorted(Comparator.naturalOrder()).toList()) {
            try {
                this.engines.engine(kind, Deadline.of(LIMITS))
                        .images(MAX_IMAGES)
                        .stream()
                        .flatMap(image -> offers(kind, image))
                        .limit(MAX_IMAGES)
                        .forEach(offers::add);
            } catch (EngineException ex) {
                // A job with one of its images states the reason.
            }
        }
        return List.copyOf(offers);
    }

    /** Only names with the form of a reference can be selected. An engine may send anything. */
    private Stream<Offer> offers(EngineKind kind, EngineImage image) {
        return image.names()
                .stream()
                .map(name -> EngineArgument.text(kind, name))
                .filter(this::isValid)
                .map(text -> new Offer(text, image.size()));
    }

    private boolean isValid(String text) {
        try {
            return EngineArgument.parse(text, this.engines).text().equals(text);
        } catch (InvalidValueException ex) {
            return false;
        }
    }

    /**
     * An image that a client can select.
     *
     * @param text such as {@code docker://app:1.0}
     * @param size bytes that the image uses in the engine, as the engine counts them
     */
    public record Offer(String text, long size) {}
}
