package dev.tare.source;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.referrer.Referrers;
import dev.tare.source.format.ImagePlan;

/**
 * The search for the signatures of an image while its layers are read. It takes no time of its own unless the registry is
 * slow, and its failure is no failure of the image.
 */
final class PendingReferrers implements AutoCloseable {

    /** The wait for the registry after the layers. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String LATE = "The registry did not answer the request for signatures in time.";

    private final ImagePlan plan;

    private final FutureTask<Referrers> search;

    private PendingReferrers(ImagePlan plan, FutureTask<Referrers> search) {
        this.plan = plan;
        this.search = search;
    }

    /** Starts the search. Closing the result ends it. */
    static PendingReferrers start(Blobs blobs, ImagePlan plan) {
        Digest manifest = plan.manifestDigest();
        FutureTask<Referrers> search =
                new FutureTask<>(() -> manifest == null ? Referrers.OUTSIDE_REGISTRY : blobs.referrers(manifest));
        if (blobs.isAddressedByDigest()) {
            Thread.ofPlatform().daemon().name("referrers").start(search);
        } else {
            search.run();
        }
        return new PendingReferrers(plan, search);
    }

    /** The referrers, or the reason why they are unknown. */
    Referrers await(Progress progress) {
        if (this.search.isDone()) {
            return found().after(this.plan.attestations());
        }
        progress.awaitOther();
        try {
            return found().after(this.plan.attestations());
        } finally {
            progress.awaitedOther();
        }
    }

    @Override
    public void close() {
        this.search.cancel(true);
    }

    private Referrers found() {
        try {
            return this.search.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException ex) {
            return Referrers.unknown(LATE);
        } catch (ExecutionException ex) {
            return Referrers.unknown("The search for signatures failed. "
                    + (ex.getCause() instanceof InvalidImageException known ? known.getMessage()
                            : "The command tare referrers may show why."));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return Referrers.unknown("The search for signatures was interrupted.");
        }
    }
}
