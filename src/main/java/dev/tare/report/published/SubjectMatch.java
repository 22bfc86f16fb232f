package dev.tare.report.published;

import dev.tare.ecosystem.bill.PublishedBill;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/** Whether a published bill of materials is about an image, as its attestation or its referrer states. */
public enum SubjectMatch {

    /** The attestation names the image by its manifest or its index. */
    SAME,

    /** The attestation names only others, or the referrer belongs to another image. */
    OTHER,

    /** The attestation names nothing with a SHA-256 digest, or the index of the image is unknown. */
    UNKNOWN;

    /**
     * Compares the subjects of a document with an image.
     *
     * @param manifest its digest, or {@code null} if the source has no manifest
     * @param root     the digest to which the name of the image leads in its registry: that of an index or of the manifest;
     *                 {@code null} outside of a registry
     * @return {@code null} if the document is in no attestation
     */
    static @Nullable SubjectMatch of(PublishedBill bill, @Nullable Digest manifest, @Nullable Digest root) {
        if (!bill.attested()) {
            return null;
        }
        boolean isNamed = (manifest != null && bill.subjects().contains(manifest.hex()))
                || (root != null && bill.subjects().contains(root.hex()));
        return isNamed ? SAME : root == null || bill.subjects().isEmpty() ? UNKNOWN : OTHER;
    }
}
