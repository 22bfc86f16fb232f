package dev.tare.ecosystem.java;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.content.FilePaths;
import org.jspecify.annotations.Nullable;

/**
 * The artifact and version in a jar's file name: {@code commons-lang3-3.14.0.jar} is version 3.14.0 of commons-lang3.
 * If the artifact also contains a hyphen before a digit, as in {@code log4j-1.2-api-2.20.0.jar}, other evidence shows
 * where the version begins.
 */
record JarFileName(String artifactId, @Nullable String version) {

    /** Extensions of Java archives only. */
    private static final Set<String> EXTENSIONS = Set.of("jar", "war", "ear");

    /** Extensions of Java archives that other files have too. */
    private static final Set<String> SHARED_EXTENSIONS =
            Set.of("aar", "far", "hpi", "jpi", "kar", "lpkg", "nar", "par", "rar", "sar");

    /** Without other evidence, the version begins after the first hyphen before a digit. */
    private static final Pattern VERSIONED = Pattern.compile("([^/]+?)-(\\d[^/]*)");

    static JarFileName parse(String path) {
        String file = FilePaths.name(path);
        String name = isJar(file) || mayBeJar(file) ? file.substring(0, file.lastIndexOf('.')) : file;
        Matcher versioned = VERSIONED.matcher(name);
        return versioned.matches() ? new JarFileName(versioned.group(1), versioned.group(2))
                : new JarFileName(name, null);
    }

    /** Splits the name before this version, if the name ends with it. */
    Optional<JarFileName> endingWith(String version) {
        return isVersion(version) && text().endsWith("-" + version) ? Optional.of(before(text().length(), version))
                : Optional.empty();
    }

    /** Splits the name before this version, and drops the classifier after it, if the name contains both. */
    Optional<JarFileName> classified(String version) {
        int at = isVersion(version) ? text().indexOf("-" + version + "-") : -1;
        return at <= 0 ? Optional.empty() : Optional.of(before(at + 1 + version.length(), version));
    }

    /** Whether the file name is the artifact of these coordinates, alone or before a version or classifier. */
    boolean isOf(JarCoordinates pom) {
        return isOf(pom.artifactId(), pom.version()) || isOf(pom.groupId() + "." + pom.artifactId(), pom.version());
    }

    private boolean isOf(String artifact, @Nullable String anyVersion) {
        if (!text().startsWith(artifact)) {
            return false;
        }
        String rest = text().substring(artifact.length());
        return rest.isEmpty()
                || (rest.startsWith("-") && (isVersion(rest.substring(1)) || mayHave(anyVersion)));
    }

    /** Whether it has no version, or this one. A classifier may follow. */
    boolean mayHave(@Nullable String anyVersion) {
        return this.version == null || (anyVersion != null
                && (endingWith(anyVersion).isPresent() || classified(anyVersion).isPresent()));
    }

    private JarFileName before(int end, String anyVersion) {
        return new JarFileName(text().substring(0, end - anyVersion.length() - 1), anyVersion);
    }

    private String text() {
        return this.version == null ? this.artifactId : this.artifactId + "-" + this.version;
    }

    JarCoordinates toCoordinates() {
        return new JarCoordinates(null, this.artifactId, this.version, Jar.Evidence.FILE_NAME);
    }

    private static boolean isVersion(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    /** Whether the file is a jar, or a damaged one. */
    static boolean isJar(String path) {
        return EXTENSIONS.contains(extension(path));
    }

    /** Whether the file is a jar if it is a zip. */
    static boolean mayBeJar(String path) {
        return SHARED_EXTENSIONS.contains(extension(path));
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
