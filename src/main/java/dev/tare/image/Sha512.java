package dev.tare.image;

/** A SHA-512 digest. Few images use it. */
record Sha512(String hex) implements Digest {

    static final String ALGORITHM = "sha512";

    static final int HEX_LENGTH = 128;

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public String toString() {
        return ALGORITHM + ":" + this.hex;
    }
}
