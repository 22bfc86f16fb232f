package dev.tare.inspection;

import java.io.UncheckedIOException;
import java.time.Duration;

import dev.tare.image.Image;
import dev.tare.image.InvalidImageException;
import dev.tare.image.KnownBase;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.base.NamedBase;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.RequestBudget;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.ImageSource;
import org.jspecify.annotations.Nullable;

/**
 * Grades the base image that an image names with the one in its registry. A base image that cannot be read is evidence,
 * and never an error of the image.
 */
final class BaseLookup {

    /** The time for the few small requests, and their share of the time that the image has left. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final int SHARES = 10;

    private BaseLookup() {}

    /**
     * The base image with the better grade.
     *
     * @param image   without its secrets, which are sent nowhere
     * @param source  of the image
     * @param request remembers the base images of the other images
     */
    static BaseImage verify(Image image, BaseImage found, ImageSource source, RequestBudget request,
            Deadline deadline) {
        NamedBase named = NamedBase.of(image, found);
        if (named == null) {
            return found;
        }
        try {
            KnownBase base = find(named, image, source, request, deadline);
            return base == null ? found : named.verify(image, found, base);
        } catch (LimitExceededException ex) {
            return named.unverified(found, ex.limit().equals(Limit.TIME.label())
                    ? "Its registry does not answer in time."
                    : ex.message(Redaction::text));
        } catch (InvalidImageException ex) {
            return named.unverified(found, ex.message(Redaction::text));
        } catch (UncheckedIOException ex) {
            if (Thread.currentThread().isInterrupted()) {
                throw ex;
            }
            return named.unverified(found, Redaction.sentence(String.valueOf(ex.getMessage())));
        }
    }

    private static @Nullable KnownBase find(NamedBase named, Image image, ImageSource source,
            RequestBudget request, Deadline deadline) {
        Duration share = Duration.ofNanos(Math.max(0, deadline.nanosLeft()) / SHARES);
        return source.baseOf(named.reference(), image.config().platform(), request,
                deadline.within(share.compareTo(LONGEST) < 0 ? share : LONGEST));
    }
}
