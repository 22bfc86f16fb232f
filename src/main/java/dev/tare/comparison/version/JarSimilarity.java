package dev.tare.comparison.version;

import java.util.Map;
import java.util.Objects;

import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.JarFingerprint;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toMap;

/** The equal parts of two different jars, according to their {@linkplain JarFingerprint fingerprints}. */
public enum JarSimilarity {

    /** All files. The jars differ only in times, order or compression. */
    SAME_FILES("same files; times, order or compression differ"),

    /** All files except a {@code META-INF/MANIFEST.MF}. */
    SAME_BUT_MANIFEST("same files but META-INF/MANIFEST.MF"),

    /** All class files. */
    SAME_CLASSES("same classes");

    private final String title;

    JarSimilarity(String title) {
        this.title = title;
    }

    /** The equal parts for people. */
    public String title() {
        return this.title;
    }

    /** The equal parts; {@code null} if no part is equal, or a fingerprint is missing. */
    static @Nullable JarSimilarity of(@Nullable JarFingerprint one, @Nullable JarFingerprint other) {
        if (one == null || other == null || !one.classes().equals(other.classes())) {
            return null;
        }
        if (!one.others().equals(other.others())) {
            return one.classFiles() == 0 ? null : SAME_CLASSES;
        }
        return one.manifests().equals(other.manifests()) ? SAME_FILES : SAME_BUT_MANIFEST;
    }

    /** The equal parts of two jars, for each path at which both images have different jars. */
    public static Map<String, JarSimilarity> byPath(Inspection from, Inspection to) {
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
