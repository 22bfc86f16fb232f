package dev.tare.ecosystem.java;

import dev.tare.image.Digest;

/**
 * What a jar's own directory says is in it: the name, the size and the CRC-32 of each file, whatever their times, their
 * order and their compression. Folders are left out, and jars in it count by what is in them. It tells builds apart; it
 * does not stand against somebody who forges a CRC-32 or a directory, as the digest of the whole jar does.
 *
 * @param classFiles how many class files there are, those of jars in it too
 * @param classes    of the class files
 * @param manifests  of each {@code META-INF/MANIFEST.MF}
 * @param others     of all other files
 */
public record JarFingerprint(int classFiles, Digest classes, Digest manifests, Digest others) {

    static final int LENGTH = 4 * 64;
}
