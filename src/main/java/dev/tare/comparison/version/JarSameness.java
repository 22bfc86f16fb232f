package dev.tare.comparison.version;

import java.util.Map;
import java.util.Objects;

import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.JarFingerprint;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toMap;

/** What two jars of different bytes have in common, as far as their {@linkplain JarFingerprint fingerprints} tell. */
public enum JarSameness {

    /** All files: the jars differ in times, order or compression only. */
    SAME_FILES,

    /** All files but a {@code META-INF/MANIFEST.MF}. */
    SAME_BUT_MANIFEST,

    /** All class files. */
    SAME_CLASSES;

    /** {@code null} if they have nothing in common, or a fingerprint is missing. */
    static @Nullable JarSameness of(@Nullable JarFingerprint one, @Nullable JarFingerprint other) {
        if (one == null || other == null || !one.classes().equals(other.classes())) {
            return null;
        }
        if (!one.others().equals(other.others())) {
            return one.classFiles() == 0 ? null : SAME_CLASSES;
        }
        return one.manifests().equals(other.manifests()) ? SAME_FILES : SAME_BUT_MANIFEST;
    }

    /** What the jars at a path have in common, for each path at which both images have different ones. */
    public static Map<String, JarSameness> byPath(Inspection from, Inspection to) {
        Map<String, Jar> before =
                from.software().jars().stream().collect(toMap(Jar::path, jar -> jar, (first, next) -> first));
        return to.software()
                .jars()
                .stream()
                .filter(jar -> !jar.path().contains("!/"))
                .map(jar -> Map.entry(jar, Objects.requireNonNullElse(before.get(jar.path()), jar)))
                .filter(pair -> !pair.getKey().content().equals(pair.getValue().content()))
                .filter(pair -> of(pair.getValue().fingerprint(), pair.getKey().fingerprint()) != null)
                .collect(toMap(pair -> pair.getKey().path(), pair -> Objects.requireNonNull(
                        of(pair.getValue().fingerprint(), pair.getKey().fingerprint()))));
    }
}
