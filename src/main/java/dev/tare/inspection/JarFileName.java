package dev.tare.inspection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A jar's file name taken apart: {@code commons-lang3-3.14.0.jar} is version 3.14.0 of commons-lang3. */
record JarFileName(String artifactId, @Nullable String version) {

    private static final Pattern EXTENSION = Pattern.compile("\\.(jar|war|ear)$", Pattern.CASE_INSENSITIVE);

    /** The version begins at the first hyphen that a digit follows, as Maven itself has it. */
    private static final Pattern VERSIONED = Pattern.compile("([^/]+?)-(\\d[^/]*)");

    static JarFileName parse(String path) {
        String name = EXTENSION.matcher(FilePaths.name(path)).replaceFirst("");
        Matcher versioned = VERSIONED.matcher(name);
        return versioned.matches() ? new JarFileName(versioned.group(1), versioned.group(2))
                : new JarFileName(name, null);
    }

    JarCoordinates toCoordinates() {
        return new JarCoordinates(null, this.artifactId, this.version, Jar.Evidence.FILE_NAME);
    }

    static boolean isJar(String path) {
        return EXTENSION.matcher(path).find();
    }
}
