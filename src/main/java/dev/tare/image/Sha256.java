package dev.tare.image;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HexFormat;

/** A SHA-256 digest as its 256 bits. Every file of an image has one, and the text would take three times the memory. */
record Sha256(long first, long second, long third, long fourth) implements Digest {

    static final String ALGORITHM = "sha256";

    static final int HEX_LENGTH = 64;

    private static final Comparator<Sha256> ORDER = Comparator.comparing(Sha256::first, Long::compareUnsigned)
            .thenComparing(Sha256::second, Long::compareUnsigned)
            .thenComparing(Sha256::third, Long::compareUnsigned)
            .thenComparing(Sha256::fourth, Long::compareUnsigned);

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public byte[] bytes() {
        return ByteBuffer.allocate(HEX_LENGTH / 2)
                .putLong(this.first)
                .putLong(this.second)
                .putLong(this.third)
                .putLong(this.fourth)
                .array();
    }

    @Override
    public int compareTo(Digest other) {
        return other instanceof Sha256 sha256 ? ORDER.compare(this, sha256) : algorithm().compareTo(other.algorithm());
    }

    @Override
    public String toString() {
        return ALGORITHM + ":" + hex();
    }

    static Sha256 parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    static Sha256 of(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new Sha256(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }
}
