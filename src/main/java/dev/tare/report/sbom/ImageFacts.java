package dev.tare.report.sbom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.Layer;
import dev.tare.image.Platform;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.system.OsRelease;
import dev.tare.secret.redaction.Redaction;
import dev.tare.wording.Words;

/** The facts about an image as a whole, for a bill of materials in any format. */
final class ImageFacts {

    /** The name space of URLs in RFC 9562, for identifiers of images. */
    private static final UUID NAME_SPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /**
     * The names of distributions in Trivy, if they differ from {@code ID} of os-release.
     *
     * @see <a href="https://github.com/aquasecurity/trivy/blob/main/pkg/fanal/types/const.go">const.go</a>
     */
    private static final Map<String, String> SYSTEMS = Map.of("almalinux", "alma", "amzn", "amazon", "mariner",
            "cbl-mariner", "ol", "oracle", "opensuse", "opensuse-leap", "rhel", "redhat", "sl-micro", "slem",
            "sle-micro", "slem", "sle-micro-rancher", "slem");

    private ImageFacts() {}

    /** The name of the distribution. Trivy reads it in this form only, and compares it with its own names. */
    static String system(OsRelease os) {
        return Redaction.tokens(SYSTEMS.getOrDefault(os.id(), os.id()));
    }

    static String name(Image image) {
        return Redaction.tokens(image.name().isEmpty() ? image.id().toString() : image.name());
    }

    /** The digest of the image's manifest, or of its config if there is no manifest. */
    static Digest digest(Image image) {
        return image.manifestDigest() == null ? image.id() : image.manifestDigest();
    }

    /** A version 5 identifier from the {@link #digest}. */
    static UUID uuid(Image image) {
        String name = "oci:" + digest(image);
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAME_SPACE.getMostSignificantBits())
                    .putLong(NAME_SPACE.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.US_ASCII)));
            return new UUID((hash.getLong() & ~0xf000L) | 0x5000L,
                    (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java runtime has SHA-1", ex);
        }
    }

    /** Passes on the facts without a field in the formats: a name and a value, without tokens. */
    static void properties(Inspection inspection, BiConsumer<String, String> action) {
        BiConsumer<String, String> masked =
                (name, value) -> action.accept(SbomComponent.PROPERTY + Redaction.tokens(name),
                        Redaction.tokens(value));
        Image image = inspection.image();
        masked.accept("image-id", image.id().toString());
        if (image.manifestDigest() != null) {
            masked.accept("manifest-digest", image.manifestDigest().toString());
        }
        platform(image.config().platform(), masked);
        base(inspection.base(), masked);
        layers(inspection.weight().layers(), masked);
        new TreeMap<>(image.config().container().labels())
                .forEach((label, value) -> masked.accept("label:" + label, value));
        inspection.software()
                .unread()
                .forEach(one -> masked.accept("unread", "/" + one.path() + ": " + one.because()));
    }

    private static void platform(Platform platform, BiConsumer<String, String> action) {
        action.accept("platform", platform.toString());
        action.accept("os", platform.os());
        action.accept("architecture", platform.architecture());
    }

    /** The number of layers is only there if it is certain. */
    private static void base(BaseImage base, BiConsumer<String, String> action) {
        action.accept("base-grade", Words.of(base.grade()));
        BaseImage.Reference reference = base.reference();
        if (reference != null) {
            action.accept("base-name", String.valueOf(reference.name()));
            if (reference.digest() != null) {
                action.accept("base-digest", reference.digest().toString());
            }
        }
        if (base.boundary() instanceof BaseBoundary.Known(int layers)) {
            action.accept("base-layers", String.valueOf(layers));
        }
    }

    private static void layers(List<InspectedLayer> layers, BiConsumer<String, String> action) {
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i).layer();
            String name = "layer:" + i + ":";
            action.accept(name + "digest", layer.digest().toString());
            action.accept(name + "diff-id", layer.diffId().toString());
            action.accept(name + "stored-bytes", String.valueOf(layer.storedSize()));
            action.accept(name + "uncompressed-bytes", String.valueOf(layers.get(i).uncompressedSize()));
        }
    }
}
