package dev.tare.sizes;

import java.util.List;

import dev.tare.error.MaskedError;
import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.image.InvalidValueException;
import dev.tare.image.KnownBase;
import dev.tare.image.StatedBase;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.registry.RegistryException;
import dev.tare.registry.Traffic;
import dev.tare.source.registry.RegistryArgument;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether the tag of a base image has moved. It reads the manifests and configs of the image, of the base image to
 * which the tag leads, and of the earlier one if that is another: two requests for each, and three with an index.
 */
public final class BaseChecker {

    private static final int NOT_FOUND = 404;

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
     * @param base the name of the base image as a person gives it, or {@code null} for that in the image.
     *             Without a digest, it has that of the image if the image states no other repository.
     * @throws UnknownBaseException  if the image names no base image, or a base image without a tag
     * @throws InvalidImageException if the image or its base image cannot be read
     */
    public BaseCheck check(RegistryArgument image, PlatformSelection selection, @Nullable String base) {
        RegistryArgument remembering = image.remembering();
        ReferenceSizes sizes = read(remembering, selection);
        StatedBase stated = sizes.first().base();
        String name = base == null && stated != null ? stated.name() : base;
        if (name == null) {
            throw UnknownBaseException.notNamed(image.name());
        }
        ImageReference named = base == null ? image.reference().parseNamed(name) : ImageReference.parse(base);
        if (named.tag() == null) {
            throw UnknownBaseException.withoutTag(image.name(), name);
        }
        String digest = base == null || named.digest() == null ? statedDigest(named, stated) : null;
        return check(remembering, sizes, named, base == null && stated != null ? stated.place() : null,
                digest == null && named.digest() != null ? named.digest().toString() : digest);
    }

    /** The digest of the build as it is written, or {@code null}. That of another repository does not count. */
    private static @Nullable String statedDigest(ImageReference named, @Nullable StatedBase stated) {
        if (stated == null || stated.name() == null) {
            return stated == null ? null : stated.digest();
        }
        try {
            ImageReference image = ImageReference.parse(stated.name());
            return !image.registry().equals(named.registry()) || !image.repository().equals(named.repository()) ? null
                    : stated.digest() == null && image.digest() != null ? image.digest().toString()
                    : stated.digest();
        } catch (InvalidValueException ex) {
            return null;
        }
    }

    /** @param stated the digest of the build as it is written, or {@code null} */
    private BaseCheck check(RegistryArgument image, ReferenceSizes sizes, ImageReference named,
            StatedBase.@Nullable Place place, @Nullable String stated) {
        PlatformSelection platform = PlatformSelection.of(sizes.first().platform());
        ImageReference tagged = new ImageReference(named.registry(), named.repository(), named.tag(), null);
        RegistryArgument current = argument(image, tagged).remembering();
        ReferenceSizes now = read(current, platform);
        Digest digest = null;
        ReferenceSizes before = null;
        RegistryArgument lowest = current;
        String problem = null;
        try {
            digest = stated == null ? null : digest(stated);
            if (isNow(digest, now)) {
                before = now;
            } else if (digest != null) {
                RegistryArgument earlier = argument(image,
                        new ImageReference(named.registry(), named.repository(), null, digest)).remembering();
                before = read(earlier, platform);
                lowest = earlier;
            }
        } catch (InvalidImageException ex) {
            if (stated == null || !isGone(ex)) {
                throw ex;
            }
            problem = MaskedError.message(ex);
        }
        boolean begins = base(lowest, sizes).isBelow(base(image, sizes).diffIds());
        boolean moved = before == null ? !begins : !before.first().manifest().equals(now.first().manifest());
        return new BaseCheck(sizes, tagged, place, digest, before, problem, now, moved, begins);
    }

    private static Digest digest(String stated) {
        try {
            return Digest.parse(stated);
        } catch (InvalidValueException ex) {
            throw new InvalidValueException("digest of the base image", stated, "sha256:<64 hexadecimal characters>");
        }
    }

    /** Whether the registry cannot have the earlier base image, now and later. */
    private static boolean isGone(InvalidImageException problem) {
        return problem instanceof InvalidValueException
                || problem.rule().equals("unsupported-digest")
                || (problem instanceof RegistryException answer && answer.status() == NOT_FOUND);
    }

    /** The digest of a build may be that of the index, or that of the manifest for the platform. */
    private static boolean isNow(@Nullable Digest digest, ReferenceSizes now) {
        return now.digest().equals(digest) || now.first().manifest().equals(digest);
    }

    /** The documents were read before. */
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
