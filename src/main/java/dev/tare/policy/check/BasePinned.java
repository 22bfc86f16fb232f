package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.InvalidValueException;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseImage;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an annotation or label names the base image by digest.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md">OCI image specification,
 *      annotations</a>
 */
final class BasePinned extends Check {

    private static final String NAME = Descriptor.BASE_NAME;

    private static final String DIGEST = Descriptor.BASE_DIGEST;

    private static final String REMEDY = "Build from the base image by digest (name:tag@sha256:…), and set the labels "
            + NAME + " and " + DIGEST + ".";

    BasePinned() {
        super("base-pinned", "Base pinned by digest",
                "An annotation, a label or the build states the digest of the base image.",
                "A tag can move to another base image. A digest cannot, so the build is repeatable and auditable.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        Image image = inspection.image();
        String name = Annotations.value(image, NAME);
        String stated = Annotations.value(image, DIGEST);
        String named = digestOf(name);
        if (Stream.of(stated, name == null ? null : name.substring(name.lastIndexOf('@') + 1))
                .anyMatch(text -> text != null && HiddenWords.areIn(text))) {
            return unknown(HiddenWords.reason("The digest of the base image"), REMEDY);
        }
        if (stated != null && named != null && !stated.equals(named)) {
            return warn(NAME + " is " + name + ", but " + DIGEST + " is " + stated + "."
                    + doubt(image, NAME, DIGEST), REMEDY);
        }
        BaseImage.Reference reference = inspection.base().reference();
        if (stated == null && name == null && reference != null && reference.digest() != null) {
            return pass("The base image is " + described(reference.digest().toString(), reference.name()) + ".");
        }
        return stated != null ? judge(stated, name, doubt(image, DIGEST)) : judge(named, name, doubt(image, NAME));
    }

    private CheckFinding judge(@Nullable String digest, @Nullable String name, String doubt) {
        if (digest == null) {
            return name == null
                    ? unknown("No annotation or label names the base image.", REMEDY)
                    : warn(NAME + " is " + name + ", without a digest." + doubt, REMEDY);
        }
        return isDigest(digest)
                ? pass("The base image is " + described(digest, name) + "." + doubt)
                : fail("The digest of the base image is \"" + digest + "\", which is not a valid digest." + doubt,
                        REMEDY);
    }

    private static String described(String digest, @Nullable String name) {
        if (name == null) {
            return digest;
        }
        return name.endsWith("@" + digest) ? name : name + " at " + digest;
    }

    /** The part of a name after its last {@code @}, or {@code null} if it has no colon and so is not a digest. */
    private static @Nullable String digestOf(@Nullable String name) {
        int at = name == null ? -1 : name.lastIndexOf('@');
        return name == null || at < 0 || name.indexOf(':', at) < 0 ? null : name.substring(at + 1);
    }

    private static String doubt(Image image, String... keys) {
        return Stream.of(keys).anyMatch(key -> Annotations.isLabel(image, key))
                ? " A label may be inherited from the base image. It then describes the base of that image."
                : "";
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
