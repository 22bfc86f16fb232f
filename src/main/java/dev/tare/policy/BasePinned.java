package dev.tare.policy;

import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.InvalidValueException;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Asks which base image the image stands on, to the digest.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md">OCI image specification,
 *      annotations</a>
 */
final class BasePinned extends Practice {

    private static final String NAME = "org.opencontainers.image.base.name";

    private static final String DIGEST = "org.opencontainers.image.base.digest";

    private static final String REMEDY = "Build from the base by its digest (name:tag@sha256:…), and label the image "
            + "with " + NAME + " and " + DIGEST + ".";

    BasePinned() {
        super("base-pinned", "Pins its base to a digest", "An annotation or label says the digest of the base image.",
                "A tag can name another base tomorrow; a digest cannot, so the build can be repeated and audited.");
    }

    @Override
    public PracticeFinding judge(Inspection inspection) {
        String name = Annotations.value(inspection.image(), NAME);
        String digest = digest(inspection.image(), name);
        if (digest == null) {
            return name == null
                    ? unknown("Neither an annotation nor a label says which base image this one stands on.", REMEDY)
                    : warn(NAME + " names the base " + name + ", but nothing says its digest.", REMEDY);
        }
        return isDigest(digest) ? pass("The base is " + (name == null ? digest : name + " at " + digest) + ".")
                : fail("The digest of the base is given as \"" + digest + "\", which is no digest.", REMEDY);
    }

    private static @Nullable String digest(Image image, @Nullable String name) {
        String digest = Annotations.value(image, DIGEST);
        int at = name == null ? -1 : name.indexOf('@');
        return digest != null || name == null || at < 0 ? digest : name.substring(at + 1);
    }

    private static boolean isDigest(String text) {
        try {
            Digest.parse(text);
            return true;
        } catch (InvalidValueException ex) {
            return false;
        }
    }
}
