package dev.tare.limits;

import java.time.Duration;

import dev.tare.image.InvalidImageException;
import dev.tare.wording.Times;
import org.jspecify.annotations.Nullable;

/** Reading an image would cost more than a {@link Limit} allows. */
public class LimitExceededException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private static final String RAISE = "Raise the limit if you trust the image.";

    private static final String DISTRUST = "No image tool writes that; do not trust this image.";

    private final String limit;

    private final long allowed;

    /**
     * @param allowed the value of the limit, in its unit
     * @param entry   the archive entry or layer that exceeds it, or {@code null} for the whole image
     */
    public LimitExceededException(Limit limit, long allowed, @Nullable String entry) {
        this(limit.label(), allowed, limit.unit(), entry, limit.kind() == Limit.Kind.FIXED ? DISTRUST : RAISE);
    }

    /**
     * An adjustable limit that is not in the table of {@link Limit}.
     *
     * @param limit   its name
     * @param allowed its value
     * @param unit    the unit of the value, such as {@code bytes}
     * @param entry   the archive entry or layer that exceeds it, or {@code null} for the whole image
     */
    public LimitExceededException(String limit, long allowed, String unit, @Nullable String entry) {
        this(limit, allowed, unit, entry, RAISE);
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

    /**
     * A fixed limit that only one reader has.
     *
     * @param limit   its name
     * @param allowed its value
     * @param unit    the unit of the value, such as {@code bytes}
     * @param entry   the archive entry or layer that exceeds it, or {@code null} for the whole image
     */
    public static LimitExceededException fixed(String limit, long allowed, String unit, @Nullable String entry) {
        return new LimitExceededException(limit, allowed, unit, entry, DISTRUST);
    }

    /** The limit {@code time}; {@link #allowed()} is in milliseconds. */
    static LimitExceededException overTime(long milliseconds) {
        return new LimitExceededException("Reading the image takes longer than "
                + Times.seconds(Duration.ofMillis(milliseconds))
                + ", the limit \"time\". Raise the limit if you trust the image, or read it from faster storage.",
                Limit.TIME.label(), milliseconds, null);
    }

    /** A zstd window larger than zstd itself supports. */
    public static LimitExceededException unsupportedWindow(String entry) {
        return new LimitExceededException(Limit.ZSTD_WINDOW.label(), Limits.LARGEST_ZSTD_WINDOW,
                Limit.ZSTD_WINDOW.unit(), entry, DISTRUST);
    }

    /** A limit whose value depends on another adjustable limit. */
    public static LimitExceededException following(Limit followed, String limit, long allowed, String unit,
            String entry) {
        return new LimitExceededException(limit, allowed, unit, entry,
                "This limit depends on \"" + followed.label() + "\": raise that one if you trust the image.");
    }

    /** Whether the limit applies to one entry alone, without a shared budget. */
    public boolean appliesToSingleEntry() {
        return this.limit.equals(Limit.ZSTD_WINDOW.label());
    }

    /** The name of the limit, such as {@code layer-tar-size}. */
    public String limit() {
        return this.limit;
    }

    /** The value that was exceeded, in the unit of the limit. */
    public long allowed() {
        return this.allowed;
    }
}
