package dev.tare.ecosystem.java;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import dev.tare.image.Digest;

/**
 * Adds up what a jar holds to its {@link JarFingerprint}. The digests of the entries are added as numbers, so that their
 * order does not matter and no list of them is kept.
 */
final class JarSum {

    private static final String CLASS = ".class";

    private final MessageDigest sha256 = Digest.newSha256();

    private final Lanes classes = new Lanes();

    private final Lanes manifests = new Lanes();

    private final Lanes others = new Lanes();

    private int classFiles;

    /** A file of it. */
    void add(String name, long size, long crc) {
        if (name.endsWith("/")) {
            return;
        }
        byte[] sizeAndCrc = ByteBuffer.allocate(2 * Long.BYTES).putLong(size).putLong(crc).array();
        if (name.endsWith(CLASS)) {
            this.classFiles++;
            this.classes.add(digest(name, sizeAndCrc));
        } else {
            (name.equals(JarManifest.PATH) ? this.manifests : this.others).add(digest(name, sizeAndCrc));
        }
    }

    /** A jar in it that was read. */
    void add(String name, JarFingerprint jar) {
        this.classFiles += jar.classFiles();
        this.classes.add(digest(name, bytes(jar.classes())));
        this.manifests.add(digest(name, bytes(jar.manifests())));
        this.others.add(digest(name, bytes(jar.others())));
    }

    /** A jar in it that could not be read: nothing tells which of its bytes are classes. */
    void addOpaque(String name, long size, long crc) {
        this.classes.add(digest(name, ByteBuffer.allocate(2 * Long.BYTES).putLong(size).putLong(crc).array()));
    }

    JarFingerprint fingerprint() {
        return new JarFingerprint(this.classFiles, this.classes.digest(), this.manifests.digest(),
                this.others.digest());
    }

    private byte[] digest(String name, byte[] content) {
        this.sha256.update(name.getBytes(StandardCharsets.UTF_8));
        this.sha256.update((byte) 0);
        return this.sha256.digest(content);
    }

    private static byte[] bytes(Digest digest) {
        return digest.hex().getBytes(StandardCharsets.US_ASCII);
    }

    /** A sum of digests, taken as four numbers each. */
    private static final class Lanes {

        private static final int COUNT = 4;

        private final long[] sums = new long[COUNT];

        void add(byte[] digest) {
            ByteBuffer lanes = ByteBuffer.wrap(digest).order(ByteOrder.BIG_ENDIAN);
            for (int i = 0; i < COUNT; i++) {
                this.sums[i] += lanes.getLong();
            }
        }

        Digest digest() {
            ByteBuffer bytes = ByteBuffer.allocate(COUNT * Long.BYTES);
            for (long sum : this.sums) {
                bytes.putLong(sum);
            }
            return Digest.sha256Of(bytes.array());
        }
    }
}
