package dev.tare.inspection;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A jar's file name taken apart: {@code commons-lang3-3.14.0.jar} is version 3.14.0 of commons-lang3. */
record JarFileName(String artifactId, @Nullable String version) {

    private static final int EXTENSION_LENGTH = ".jar".length();

    private static final Set<String> EXTENSIONS = Set.of(".jar", ".war", ".ear");

    /** The version begins at the first hyphen that a digit follows, as Maven itself has it. */
    private static final Pattern VERSIONED = Pattern.compile("([^/]+?)-(\\d[^/]*)");

    static JarFileName parse(String path) {
        String file = FilePaths.name(path);
        String name = isJar(file) ? file.substring(0, file.length() - EXTENSION_LENGTH) : file;
        Matcher versioned = VERSIONED.matcher(name);
        return versioned.matches() ? new JarFileName(versioned.group(1), versioned.group(2))
                : new JarFileName(name, null);
    }

    JarCoordinates toCoordinates() {
        return new JarCoordinates(null, this.artifactId, this.version, Jar.Evidence.FILE_NAME);
    }

    static boolean isJar(String path) {
        int dot = path.length() - EXTENSION_LENGTH;
        return dot >= 0 && path.charAt(dot) == '.' && EXTENSIONS.contains(path.substring(dot).toLowerCase(Locale.ROOT));
    }
}
