package dev.tare.limits;

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/** Counts the use of one {@link Limit} while an image is read. Safe for use by several threads. */
public final class Budget {

    private final Limit limit;

    private final long allowed;

    private final @Nullable Budget image;

    private final AtomicLong used = new AtomicLong();

    /** A budget of a fixed limit. */
    public Budget(Limit limit) {
        this(limit, limit.value(), null);
    }

    /** A budget of an adjustable limit. */
    public Budget(Limit limit, Limits limits) {
        this(limit, limits.get(limit), null);
    }

    private Budget(Limit limit, long allowed, @Nullable Budget image) {
        this.limit = limit;
        this.allowed = allowed;
        this.image = image;
    }

    /** A budget for one layer of an image, or one image of an upload. Its use counts for this budget too. */
    public Budget ofLayer() {
        return new Budget(this.limit, this.allowed, this);
    }

    /** The amount taken so far, in the unit of the limit. */
    public long used() {
        return this.used.get();
    }

    /** Takes an amount for the image as a whole. */
    public void take(long amount) {
        take(amount, null);
    }

    /**
     * Takes an amount.
     *
     * @param amount in the unit of the limit, not negative
     * @param entry  the archive entry or layer that errors name, or {@code null} for the whole image
     * @throws LimitExceededException if more than allowed was taken in all
     */
    public void take(long amount, @Nullable String entry) {
        if (this.image != null) {
            this.image.take(amount, entry);
        }
        long total = this.used.addAndGet(amount);
        if (total > this.allowed || total < 0) {
            throw new LimitExceededException(this.limit, this.allowed, entry);
        }
    }
}
