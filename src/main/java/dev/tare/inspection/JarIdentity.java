package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.inspection.Jar.Evidence;
import org.jspecify.annotations.Nullable;

/** Which library a jar is: what Maven wrote into it counts first, then its manifest, then its file name. */
final class JarIdentity {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final Pattern POM_PROPERTIES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final long MAX_SIZE = 1L << 20;

    private static final int MAX_POMS = 1000;

    private JarIdentity() {}

    /** Whether a jar's entry may say which library it is. */
    static boolean isEvidence(String entry) {
        return entry.equals(MANIFEST) || POM_PROPERTIES.matcher(entry).matches();
    }

    /** @param entries those that are evidence, and any others */
    static JarCoordinates of(JarFileName name, List<ZipEntrySlice> entries) {
        JarCoordinates maven = fromMaven(name, entries);
        return maven != null ? maven : fromManifest(name, entries);
    }

    /** A jar into which others were unpacked has their coordinates too; then the file name tells which are its own. */
    private static @Nullable JarCoordinates fromMaven(JarFileName name, List<ZipEntrySlice> entries) {
        List<JarCoordinates> candidates = entries.stream()
                .filter(entry -> POM_PROPERTIES.matcher(entry.name()).matches())
                .limit(MAX_POMS)
                .map(JarIdentity::readPom)
                .filter(Objects::nonNull)
                .toList();
        return candidates.size() == 1 ? candidates.getFirst()
                : candidates.stream()
                        .filter(candidate -> isNamed(name, candidate))
                        .max(Comparator.comparingInt(candidate -> candidate.artifactId().length()))
                        .orElse(null);
    }

    private static boolean isNamed(JarFileName name, JarCoordinates candidate) {
        return name.artifactId().equals(candidate.artifactId())
                || name.artifactId().startsWith(candidate.artifactId() + "-");
    }

    private static @Nullable JarCoordinates readPom(ZipEntrySlice entry) {
        Properties properties = new Properties();
        try (InputStream content = entry.content(MAX_SIZE).stream()) {
            properties.load(content);
        } catch (IOException | IllegalArgumentException | UnreadableZipException ex) {
            return null;
        }
        String artifactId = properties.getProperty("artifactId");
        return artifactId == null ? null
                : new JarCoordinates(properties.getProperty("groupId"), artifactId, properties.getProperty("version"),
                        Evidence.POM_PROPERTIES);
    }

    private static JarCoordinates fromManifest(JarFileName name, List<ZipEntrySlice> entries) {
        Attributes manifest = entries.stream()
                .filter(entry -> entry.name().equals(MANIFEST))
                .findFirst()
                .map(JarIdentity::readManifest)
                .orElseGet(Attributes::new);
        String version = first(manifest, "Implementation-Version", "Bundle-Version");
        String artifactId = name.version() != null ? name.artifactId()
                : first(manifest, "Implementation-Title", "Bundle-SymbolicName", "Automatic-Module-Name");
        if (version == null && (artifactId == null || name.version() != null)) {
            return name.toCoordinates();
        }
        return new JarCoordinates(first(manifest, "Implementation-Vendor-Id"),
                artifactId == null ? name.artifactId() : artifactId, version == null ? name.version() : version,
                Evidence.MANIFEST);
    }

    private static Attributes readManifest(ZipEntrySlice entry) {
        try (InputStream content = entry.content(MAX_SIZE).stream()) {
            return new Manifest(content).getMainAttributes();
        } catch (IOException | IllegalArgumentException | UnreadableZipException ex) {
            return new Attributes();
        }
    }

    /** The first value that looks like an identifier and not like a title for people or an unfilled placeholder. */
    private static @Nullable String first(Attributes manifest, String... names) {
        return Stream.of(names)
                .map(manifest::getValue)
                .filter(Objects::nonNull)
                .map(value -> value.split(";", 2)[0].strip())
                .filter(value -> IDENTIFIER.matcher(value).matches())
                .findFirst()
                .orElse(null);
    }
}
