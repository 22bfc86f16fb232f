package dev.tare.ecosystem.java;

import java.util.List;
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
 *
 * @param text    the name without its extension
 * @param grouped whether the build tool that made the folder writes the group before the artifact
 */
record JarFileName(String text, String artifactId, @Nullable String version, boolean grouped) {

    /** Extensions of Java archives only. */
    private static final Set<String> EXTENSIONS = Set.of("jar", "war", "ear");

    /** Extensions of Java archives that other files have too. */
    private static final Set<String> SHARED_EXTENSIONS =
            Set.of("aar", "far", "hpi", "jpi", "kar", "lpkg", "nar", "par", "rar", "sar");

    /** The last letters of all these extensions. */
    private static final String LAST_LETTERS = "rgiRGI";

    /** Where a fast-jar of Quarkus has its libraries, named {@code group.artifact-version.jar}. */
    private static final Pattern GROUPED = Pattern.compile("(.*/)?lib/(main|boot|deployment)/[^/]+");

    /** The version begins at the first place where one of these matches. */
    private static final List<Pattern> VERSIONED = List.of(
            // Eclipse p2: id_version, where the qualifier may contain hyphens
            Pattern.compile("(.+?)_(\\d+\\.\\d+\\.\\d+(?:\\.[\\w-]+)?)"),
            // Maven; also r06, rc1, v2.3 and build212
            Pattern.compile("(.+?)-((?:\\d|rc?\\d+(?![^.-])|v\\d+\\.\\d|build-?\\d).*)"),
            // Other separators. Scala writes its own version behind an underscore: kafka_2.13
            Pattern.compile("(.+?)(?:\\.|_(?!2\\.1\\d$))(\\d+\\.\\d.*)"));

    /** A part of a version, where a classifier may stand too: SNAPSHOT, rc1, redhat-1. */
    private static final Pattern QUALIFIER =
            Pattern.compile("(?i)(?:\\d|snapshot|alpha|beta|milestone|m\\d|rc|cr\\d|[a-z]+-\\d+$).*");

    static JarFileName parse(String path) {
        String file = FilePaths.name(path);
        String name = hasExtension(file) ? file.substring(0, file.lastIndexOf('.')) : file;
        boolean grouped = GROUPED.matcher(path).matches();
        return VERSIONED.stream()
                .map(form -> form.matcher(name))
                .filter(Matcher::matches)
                .findFirst()
                .map(form -> new JarFileName(name, form.group(1), form.group(2), grouped))
                .orElseGet(() -> new JarFileName(name, name, null, grouped));
    }

    /** Splits the name before this version, if the name ends with it. */
    Optional<JarFileName> endingWith(String anyVersion) {
        int artifact = this.text.length() - anyVersion.length() - 1;
        return isVersion(anyVersion) && artifact > 0 && this.text.endsWith(anyVersion)
                && isSeparator(this.text.charAt(artifact)) ? Optional.of(before(artifact, anyVersion))
                        : Optional.empty();
    }

    /** Splits the name before this version, and drops the classifier after it, if the name contains both. */
    Optional<JarFileName> classified(String anyVersion) {
        int at = isVersion(anyVersion) ? this.text.indexOf("-" + anyVersion + "-") : -1;
        return at <= 0 || QUALIFIER.matcher(this.text.substring(at + anyVersion.length() + 2)).matches()
                ? Optional.empty()
                : Optional.of(before(at, anyVersion));
    }

    /** Whether the file name is the artifact of these coordinates, alone or before a version or classifier. */
    boolean isOf(JarCoordinates pom) {
        return isOf(pom.artifactId(), pom.version()) || isOf(pom.groupId() + "." + pom.artifactId(), pom.version());
    }

    private boolean isOf(String artifact, @Nullable String anyVersion) {
        if (!this.text.startsWith(artifact)) {
            return false;
        }
        String rest = this.text.substring(artifact.length());
        return rest.isEmpty() || (isSeparator(rest.charAt(0))
                && (artifact.equals(this.artifactId) || isVersion(rest.substring(1))))
                || (rest.charAt(0) == '-' && mayHave(anyVersion));
    }

    /** Whether it has no version, this one, or this one with a further part. A classifier may follow. */
    boolean mayHave(@Nullable String anyVersion) {
        return this.version == null || this.version.equals(anyVersion)
                || (anyVersion != null && (endingWith(anyVersion).isPresent()
                        || classified(anyVersion).isPresent() || longerThan(anyVersion) != null));
    }

    /** The version in the name if it is this one and a further part: 12.8.1.jre11 is longer than 12.8.1. */
    @Nullable
    String longerThan(@Nullable String anyVersion) {
        if (this.version == null || anyVersion == null || !this.version.startsWith(anyVersion)) {
            return null;
        }
        String rest = this.version.substring(anyVersion.length());
        return rest.startsWith(".") || (rest.startsWith("-") && QUALIFIER.matcher(rest.substring(1)).matches())
                ? this.version
                : null;
    }

    private JarFileName before(int end, String anyVersion) {
        return new JarFileName(this.text, this.text.substring(0, end), anyVersion, this.grouped);
    }

    private static boolean isSeparator(char character) {
        return character == '-' || character == '_' || character == '.';
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

    /** Whether the file has an extension of jars. Each file of an image is asked, so the last letter decides first. */
    static boolean hasExtension(String path) {
        return !path.isEmpty() && LAST_LETTERS.indexOf(path.charAt(path.length() - 1)) >= 0
                && (isJar(path) || mayBeJar(path));
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
