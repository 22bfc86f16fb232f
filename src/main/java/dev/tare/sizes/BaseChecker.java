package dev.tare.sizes;

import java.util.List;

import dev.tare.error.MaskedError;
import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.image.KnownBase;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.registry.Traffic;
import dev.tare.source.registry.RegistryArgument;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether the tag of a base image has moved. It reads the manifests and configs of the image, of the base image to
 * which the tag leads, and of the earlier one if that is another: two requests for each, and three with an index.
 */
public final class BaseChecker {

    private final Limits limits;

    private final Deadline deadline;

    private final Traffic traffic;

    /**
     * @param deadline of all requests together
     * @param traffic  counts the requests
     */
    public BaseChecker(Limits limits, Deadline deadline, Traffic traffic) {
        this.limits = limits;
        this.deadline = deadline;
        this.traffic = traffic;
    }

    /**
     * Checks the base image of an image.
     *
     * @param base the name of the base image as a person gives it, or {@code null} for that in the image
     * @throws UnknownBaseException  if the image names no base image, or a base image without a tag
     * @throws InvalidImageException if the image or its base image cannot be read
     */
    public BaseCheck check(RegistryArgument image, PlatformSelection selection, @Nullable String base) {
        RegistryArgument remembering = image.remembering();
        ReferenceSizes sizes = read(remembering, selection);
        StatedBase stated = base == null ? sizes.first().base() : null;
        String name = stated == null ? base : stated.name();
        if (name == null) {
            throw UnknownBaseException.notNamed(image.name());
        }
        ImageReference named = base == null ? image.reference().parseNamed(name) : ImageReference.parse(base);
        if (named.tag() == null) {
            throw UnknownBaseException.withoutTag(image.name(), name);
        }
        return check(remembering, sizes, named, stated);
    }

    private BaseCheck check(RegistryArgument image, ReferenceSizes sizes, ImageReference named,
            @Nullable StatedBase stated) {
        Digest digest = stated == null || stated.digest() == null ? named.digest() : stated.digest();
        PlatformSelection platform = PlatformSelection.of(sizes.first().platform());
        ImageReference tagged = new ImageReference(named.registry(), named.repository(), named.tag(), null);
        RegistryArgument current = argument(image, tagged).remembering();
        ReferenceSizes now = read(current, platform);
        ReferenceSizes before = isNow(digest, now) ? now : null;
        String problem = null;
        if (before == null && digest != null) {
            try {
                before = read(argument(image, new ImageReference(named.registry(), named.repository(), null, digest)),
                        platform);
            } catch (InvalidImageException ex) {
                this.deadline.check();
                problem = MaskedError.message(ex);
            }
        }
        boolean moved = before == null ? !isBelow(current, image, sizes)
                : !before.first().manifest().equals(now.first().manifest());
        return new BaseCheck(sizes, tagged, stated == null ? null : stated.place(), digest, before, problem, now,
                moved);
    }

    /** The digest of a build may be that of the index, or that of the manifest for the platform. */
    private static boolean isNow(@Nullable Digest digest, ReferenceSizes now) {
        return now.digest().equals(digest) || now.first().manifest().equals(digest);
    }

    /** Without the earlier base image, the layers decide. The documents were read before. */
    private boolean isBelow(RegistryArgument base, RegistryArgument image, ReferenceSizes sizes) {
        return base(base, sizes).isBelow(base(image, sizes).diffIds());
    }

    private KnownBase base(RegistryArgument image, ReferenceSizes sizes) {
        return image.open(sizes.first().platform(), this.limits).base(new ImageBudget(this.limits, this.deadline));
    }

    private static RegistryArgument argument(RegistryArgument image, ImageReference reference) {
        return RegistryArgument.parse(reference.toString(), image.registries());
    }

    private ReferenceSizes read(RegistryArgument image, PlatformSelection selection) {
        return new SizeReader(this.limits)
                .readNamed(List.of(image), selection, this.deadline, this.traffic)
                .getFirst()
                .orThrow();
    }
}
