package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.archive.zip.ZipListing;
import dev.tare.archive.zip.ZipSlice;
import dev.tare.ecosystem.java.Jar.Evidence;

/**
 * What Maven wrote into a jar: its own coordinates, and those of each library that was unpacked into it.
 *
 * @see <a href="https://maven.apache.org/shared/maven-archiver/">Maven Archiver, pom.properties content</a>
 */
final class PomProperties {

    private static final Pattern PATH = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    static final long MAX_SIZE = 16 * 1024;

    /** The largest jars of everything have some hundreds. */
    static final int MAX = 1000;

    private final JarContent content;

    private final Consumer<String> unread;

    /** @param unread is told what of them stays unknown, in sentences without full stops */
    PomProperties(JarContent content, Consumer<String> unread) {
        this.content = content;
        this.unread = unread;
    }

    static boolean isOne(String entry) {
        return PATH.matcher(entry).matches();
    }

    /** What all of them say, in the jar's order and each thing once. */
    List<JarCoordinates> read(List<ZipListing> entries) {
        List<ZipListing> poms = entries.stream().filter(entry -> isOne(entry.name())).toList();
        if (poms.size() > MAX) {
            this.unread.accept("It has more than " + MAX + " pom.properties, and the others were not read");
        }
        return poms.stream().limit(MAX).flatMap(this::read).distinct().toList();
    }

    private Stream<JarCoordinates> read(ZipListing entry) {
        try {
            return this.content.pom(entry).stream();
        } catch (UnreadableZipException ex) {
            this.unread.accept("A pom.properties in it was not read. " + ex.problem());
            return Stream.empty();
        }
    }

    /** What one says; nothing if it names no library. */
    static Optional<JarCoordinates> parse(ZipSlice content) {
        Properties properties = new Properties();
        try (InputStream pom = content.stream()) {
            properties.load(pom);
        } catch (IOException | IllegalArgumentException ex) {
            return Optional.empty();
        }
        return Optional.ofNullable(JarCoordinates.identifier(properties.getProperty("artifactId")))
                .map(artifactId -> new JarCoordinates(JarCoordinates.identifier(properties.getProperty("groupId")),
                        artifactId, JarCoordinates.identifier(properties.getProperty("version")),
                        Evidence.POM_PROPERTIES));
    }
}
