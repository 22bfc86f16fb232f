package dev.tare.image;

/**
 * The digest of a layer's uncompressed tar. It identifies the content independently of compression, so layers of
 * different images are matched by it. The digest of the blob as stored is a plain {@link Digest}.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#layer-diffid">OCI image
 *      specification, layer DiffID</a>
 */
public record DiffId(Digest digest) implements Comparable<DiffId> {

    /**
     * Parses {@code algorithm:hex}.
     *
     * @throws InvalidValueException if the text is not a digest
     */
    public static DiffId parse(String text) {
        return new DiffId(Digest.parse(text));
    }

    /** The first twelve hexadecimal characters. */
    public String shortForm() {
        return this.digest.shortForm();
    }

    @Override
    public int compareTo(DiffId other) {
        return this.digest.compareTo(other.digest);
    }

    @Override
    public String toString() {
        return this.digest.toString();
    }
}
