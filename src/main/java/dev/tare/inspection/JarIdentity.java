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

/** Finds which library a jar is: what Maven wrote into it counts first, then its manifest, then its file name. */
final class JarIdentity {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final Pattern POM_PROPERTIES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,199}");

    private static final long MAX_POM_SIZE = 16 * 1024;

    /** A signed jar's lists every class of it. */
    private static final long MAX_MANIFEST_SIZE = 8L << 20;

    private static final int MAX_POMS = 1000;

    private final JarFileName name;

    private final List<ZipEntrySlice> entries;

    private final ContentReader reader;

    /** @param entries those that are evidence, and any others */
    JarIdentity(JarFileName name, List<ZipEntrySlice> entries, ContentReader reader) {
        this.name = name;
        this.entries = entries;
        this.reader = reader;
    }

    /** Whether a jar's entry may say which library it is. */
    static boolean isEvidence(String entry) {
        return entry.equals(MANIFEST) || POM_PROPERTIES.matcher(entry).matches();
    }

    JarCoordinates coordinates() {
        JarCoordinates maven = fromMaven();
        return maven != null ? maven : fromManifest();
    }

    /** A jar into which others were unpacked has their coordinates too; then the file name tells which are its own. */
    private @Nullable JarCoordinates fromMaven() {
        List<JarCoordinates> candidates = this.entries.stream()
                .filter(entry -> POM_PROPERTIES.matcher(entry.name()).matches())
                .limit(MAX_POMS)
                .map(this::readPom)
                .filter(Objects::nonNull)
                .toList();
        return candidates.size() == 1 ? candidates.getFirst()
                : candidates.stream()
                        .filter(this::isNamed)
                        .max(Comparator.comparingInt(candidate -> candidate.artifactId().length()))
                        .orElse(null);
    }

    private boolean isNamed(JarCoordinates candidate) {
        return this.name.artifactId().equals(candidate.artifactId())
                || this.name.artifactId().startsWith(candidate.artifactId() + "-");
    }

    private @Nullable JarCoordinates readPom(ZipEntrySlice entry) {
        Properties properties = new Properties();
        try (InputStream content = this.reader.read(entry, MAX_POM_SIZE).stream()) {
            properties.load(content);
        } catch (IOException | IllegalArgumentException | UnreadableZipException ex) {
            return null;
        }
        String artifactId = identifier(properties.getProperty("artifactId"));
        return artifactId == null ? null
                : new JarCoordinates(identifier(properties.getProperty("groupId")), artifactId,
                        identifier(properties.getProperty("version")), Evidence.POM_PROPERTIES);
    }

    /** A file name that has a version was given by a build tool and names the artifact better than any manifest. */
    private JarCoordinates fromManifest() {
        Attributes manifest = this.entries.stream()
                .filter(entry -> entry.name().equals(MANIFEST))
                .findFirst()
                .map(this::readManifest)
                .orElseGet(Attributes::new);
        String version = first(manifest, "Implementation-Version", "Bundle-Version");
        String artifactId = this.name.version() != null ? null
                : first(manifest, "Implementation-Title", "Bundle-SymbolicName", "Automatic-Module-Name");
        if (version == null && artifactId == null) {
            return this.name.toCoordinates();
        }
        return new JarCoordinates(first(manifest, "Implementation-Vendor-Id"),
                artifactId == null ? this.name.artifactId() : artifactId,
                version == null ? this.name.version() : version, Evidence.MANIFEST);
    }

    private Attributes readManifest(ZipEntrySlice entry) {
        try (InputStream content = this.reader.read(entry, MAX_MANIFEST_SIZE).stream()) {
            return new Manifest(content).getMainAttributes();
        } catch (IOException | IllegalArgumentException | UnreadableZipException ex) {
            return new Attributes();
        }
    }

    private static @Nullable String first(Attributes manifest, String... names) {
        return Stream.of(names)
                .map(manifest::getValue)
                .filter(Objects::nonNull)
                .map(value -> identifier(value.split(";", 2)[0]))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The text if it looks like an identifier, and not like a title for people or a placeholder left unfilled. */
    private static @Nullable String identifier(@Nullable String text) {
        return text != null && IDENTIFIER.matcher(text.strip()).matches() ? text.strip() : null;
    }

    /** Reads an entry's content, of at most {@code max} bytes. */
    @FunctionalInterface
    interface ContentReader {

        ZipSlice read(ZipEntrySlice entry, long max);
    }
}
