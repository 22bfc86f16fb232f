package dev.tare.limits;

import java.time.Duration;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** Reading would cost more than {@link Limits} allow. */
public class LimitExceededException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    public static final String ZSTD_WINDOW = "zstdWindow";

    private final String limit;

    private final long allowed;

    /**
     * @param limit   the name of the limit as {@link Limits} has it
     * @param allowed its value
     * @param unit    what it counts, such as {@code bytes}
     * @param entry   where it was passed, or {@code null} if it is the whole
     */
    public LimitExceededException(String limit, long allowed, String unit, @Nullable String entry) {
        this(limit, allowed, unit, entry, "Raise the limit if you trust the image.");
    }

    private LimitExceededException(String limit, long allowed, String unit, @Nullable String entry, String nextStep) {
        this((entry == null ? "The image" : "\"" + entry + "\"") + " has more than " + allowed
                + " " + unit + ", the limit \"" + limit + "\". " + nextStep, limit, allowed, entry);
    }

    private LimitExceededException(String message, String limit, long allowed, @Nullable String entry) {
        super("limit-exceeded", entry, message, null);
        this.limit = limit;
        this.allowed = allowed;
    }

    /** A limit that nobody can raise, since nothing that tools write comes near it. */
    public static LimitExceededException fixed(String limit, long allowed, String unit, @Nullable String entry) {
        return new LimitExceededException(limit, allowed, unit, entry,
                "No image tool writes that; do not trust this image.");
    }

    /** The limit {@code time}; its value is in milliseconds. */
    static LimitExceededException overTime(Duration allowed) {
        return new LimitExceededException("Reading the image takes longer than " + allowed.toMillis() / 1000.0
                + " s, the limit \"time\". Raise the limit if you trust the image, or give it from a faster place.",
                "time", allowed.toMillis(), null);
    }

    /** A limit that follows another one, which can be raised. */
    public static LimitExceededException following(String followed, String limit, long allowed, String unit,
            String entry) {
        return new LimitExceededException(limit, allowed, unit, entry,
                "It follows the limit \"" + followed + "\": raise that if you trust the image.");
    }

    /** Whether only what passed it is at fault, since nothing was taken that others share. */
    public boolean isOfOneAlone() {
        return this.limit.equals(ZSTD_WINDOW);
    }

    /** The name of the limit as {@link Limits} has it. */
    public String limit() {
        return this.limit;
    }

    /** The value that was passed. */
    public long allowed() {
        return this.allowed;
    }
}
