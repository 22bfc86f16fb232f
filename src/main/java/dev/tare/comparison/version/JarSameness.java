package dev.tare.comparison.version;

import dev.tare.ecosystem.java.JarFingerprint;
import org.jspecify.annotations.Nullable;

/** What two jars of different bytes have in common, as far as their {@linkplain JarFingerprint fingerprints} tell. */
public enum JarSameness {

    /** All files: the jars differ in times, order or compression only. */
    SAME_FILES,

    /** All files but a {@code META-INF/MANIFEST.MF}. */
    SAME_BUT_MANIFEST,

    /** All class files. */
    SAME_CLASSES;

    /** {@code null} if there is nothing in common, or if nothing tells. */
    static @Nullable JarSameness of(@Nullable JarFingerprint one, @Nullable JarFingerprint other) {
        if (one == null || other == null || !one.classes().equals(other.classes())) {
            return null;
        }
        if (!one.others().equals(other.others())) {
            return one.classFiles() == 0 ? null : SAME_CLASSES;
        }
        return one.manifests().equals(other.manifests()) ? SAME_FILES : SAME_BUT_MANIFEST;
    }
}
