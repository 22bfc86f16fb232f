package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

import dev.tare.inspection.Jar.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What Maven wrote into a jar: its own coordinates, and those of each library that was unpacked into it.
 *
 * @see <a href="https://maven.apache.org/shared/maven-archiver/">Maven Archiver, pom.properties content</a>
 */
final class PomProperties {

    private static final Pattern PATH = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    private static final long MAX_SIZE = 16 * 1024;

    /** The largest jars of everything have some hundreds. */
    private static final int MAX_POMS = 1000;

    private final JarContent content;

    PomProperties(JarContent content) {
        this.content = content;
    }

    static boolean isOne(String entry) {
        return PATH.matcher(entry).matches();
    }

    /** What all of them say, in the jar's order and each thing once. */
    List<JarCoordinates> read(List<ZipEntrySlice> entries) {
        List<ZipEntrySlice> poms = entries.stream().filter(entry -> isOne(entry.name())).toList();
        if (poms.size() > MAX_POMS) {
            this.content.unread("It has more than " + MAX_POMS + " pom.properties, and the others were not read");
        }
        return poms.stream().limit(MAX_POMS).map(this::read).filter(Objects::nonNull).distinct().toList();
    }

    private @Nullable JarCoordinates read(ZipEntrySlice entry) {
        Properties properties = new Properties();
        try (InputStream pom = this.content.read(entry, MAX_SIZE).stream()) {
            properties.load(pom);
        } catch (UnreadableZipException ex) {
            this.content.unread("A pom.properties in it was not read. " + ex.getMessage());
            return null;
        } catch (IOException | IllegalArgumentException ex) {
            return null;
        }
        String artifactId = JarCoordinates.identifier(properties.getProperty("artifactId"));
        return artifactId == null ? null
                : new JarCoordinates(JarCoordinates.identifier(properties.getProperty("groupId")), artifactId,
                        JarCoordinates.identifier(properties.getProperty("version")), Evidence.POM_PROPERTIES);
    }
}
