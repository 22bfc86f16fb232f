package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

import dev.tare.archive.zip.ZipSlice;
import dev.tare.ecosystem.java.Jar.Evidence;

/**
 * The files in which Maven records coordinates: those of the jar, and those of each library unpacked into it.
 *
 * @see <a href="https://maven.apache.org/shared/maven-archiver/">Maven Archiver, pom.properties content</a>
 */
final class PomProperties {

    static final long MAX_SIZE = 16 * 1024;

    private static final Pattern PATH = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    private PomProperties() {}

    static boolean isPath(String entry) {
        return PATH.matcher(entry).matches();
    }

    /** The coordinates; empty if the file has no valid artifact ID. */
    static Optional<JarCoordinates> parse(ZipSlice content) {
        Properties properties = new Properties();
        try (InputStream pom = content.stream()) {
            properties.load(pom);
        } catch (IOException | IllegalArgumentException ex) {
            return Optional.empty();
        }
        return Optional.ofNullable(JarCoordinates.identifier(properties.getProperty("artifactId")))
                .map(artifactId -> JarCoordinates.exact(JarCoordinates.identifier(properties.getProperty("groupId")),
                        artifactId, JarCoordinates.identifier(properties.getProperty("version")),
                        Evidence.POM_PROPERTIES));
    }
}
