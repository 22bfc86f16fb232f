package dev.tare.ecosystem.java;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import dev.tare.image.Digest;

/**
 * Digests of the names, sizes and CRC-32s of the files that a jar's directory lists. Times, order, compression and
 * folders do not count, and a jar in the jar counts by its own fingerprint. A fingerprint shows that two builds differ.
 * It does not protect against a forged CRC-32 or directory; the digest of the whole jar does.
 *
 * @param classFiles count of class files, including those of jars in the jar
 * @param classes    of the class files
 * @param manifests  of each {@code META-INF/MANIFEST.MF}
 * @param others     of all other files
 */
public record JarFingerprint(int classFiles, Digest classes, Digest manifests, Digest others) {

    static final int LENGTH = 4 * 64;

    /**
     * Adds the files of one jar. The digests of the files are added as numbers, so that their order does not matter and
     * no list of them is kept.
     */
    static final class Sum {

        private static final String CLASS = ".class";

        private final MessageDigest sha256 = Digest.newSha256();

        private final Lanes classes = new Lanes();

        private final Lanes manifests = new Lanes();

        private final Lanes others = new Lanes();

        private int classFiles;

        void addFile(String name, long size, long crc) {
            if (name.endsWith("/")) {
                return;
            }
            if (name.endsWith(CLASS)) {
                this.classFiles++;
                this.classes.add(digest(name, bytes(size, crc)));
            } else {
                (name.equals(JarManifest.PATH) ? this.manifests : this.others).add(digest(name, bytes(size, crc)));
            }
        }

        void addJar(String name, JarFingerprint jar) {
            this.classFiles += jar.classFiles();
            this.classes.add(digest(name, bytes(jar.classes())));
            this.manifests.add(digest(name, bytes(jar.manifests())));
            this.others.add(digest(name, bytes(jar.others())));
        }

        /** Adds a jar that could not be read. It counts as classes, because it may have some. */
        void addUnreadJar(String name, long size, long crc) {
            this.classes.add(digest(name, bytes(size, crc)));
        }

        JarFingerprint toFingerprint() {
            return new JarFingerprint(this.classFiles, this.classes.digest(), this.manifests.digest(),
                    this.others.digest());
        }

        private byte[] digest(String name, byte[] content) {
            this.sha256.update(name.getBytes(StandardCharsets.UTF_8));
            this.sha256.update((byte) 0);
            return this.sha256.digest(content);
        }

        private static byte[] bytes(long size, long crc) {
            return ByteBuffer.allocate(2 * Long.BYTES).putLong(size).putLong(crc).array();
        }

        private static byte[] bytes(Digest digest) {
            return digest.hex().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** A sum of digests, as four numbers of 64 bits. */
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
