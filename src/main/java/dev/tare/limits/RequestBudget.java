package dev.tare.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** The budget and the objects that all images of a request share, and the entries of the image that it is reading. */
public final class RequestBudget {

    private final Budget holes = new Budget(Limit.HOLES_SIZE);

    private final Map<Class<?>, Object> shared;

    private volatile @Nullable Budget entries;

    public RequestBudget() {
        this(new ConcurrentHashMap<>());
    }

    private RequestBudget(Map<Class<?>, Object> shared) {
        this.shared = shared;
    }

    /** The budget of an image that is read at the same time as others. They share the objects. */
    public RequestBudget beside() {
        return new RequestBudget(this.shared);
    }

    /**
     * The object of a type that all images of the request share. It must be safe for use by several threads.
     *
     * @param creation creates it for the first image
     */
    public <T> T shared(Class<T> type, Supplier<T> creation) {
        return type.cast(this.shared.computeIfAbsent(type, _ -> creation.get()));
    }

    /** The budget of holes in sparse files. */
    Budget holes() {
        return this.holes;
    }

    /**
     * The request begins to read an image, or ends.
     *
     * @param entries of the image, or {@code null} at its end
     */
    public void reads(@Nullable Budget entries) {
        this.entries = entries;
    }

    /** The entries of the image so far, as {@link Limit#IMAGE_ENTRIES} counts them. */
    public long entries() {
        Budget image = this.entries;
        return image == null ? 0 : image.used();
    }
}
