package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.archive.zip.ZipListing;
import dev.tare.archive.zip.ZipSlice;
import dev.tare.ecosystem.java.Jar.Evidence;
import org.jspecify.annotations.Nullable;

/** What a jar's manifest says it is. */
final class JarManifest {

    static final String PATH = "META-INF/MANIFEST.MF";

    /** A signed jar's lists every class of it. */
    static final long MAX_SIZE = 8L << 20;

    private static final String VERSION = "Implementation-Version";

    private static final String BUNDLE_VERSION = "Bundle-Version";

    private static final String TITLE = "Implementation-Title";

    private static final String[] TITLES =
            { TITLE, "Bundle-SymbolicName", "Automatic-Module-Name" };

    private static final JarManifest NONE = new JarManifest(Map.of(), false);

    private final Map<String, String> values;

    private final boolean mavens;

    /** @param mavens whether Maven made the jar, which writes a jar's own pom.properties into it */
    private JarManifest(Map<String, String> values, boolean mavens) {
        this.values = values;
        this.mavens = mavens;
    }

    /** The coordinates of the jar of that name. What a build tool named with a version needs no other. */
    JarCoordinates coordinates(JarFileName name) {
        return name.version() == null ? titled(name) : versioned(name);
    }

    /** Whether it tells that a jar is what one of the pom.properties in it says. */
    boolean names(JarCoordinates pom) {
        return Stream.of(TITLES).flatMap(this::values).anyMatch(pom.artifactId()::equals)
                && Stream.of(VERSION, BUNDLE_VERSION)
                        .flatMap(this::values)
                        .anyMatch(value -> value.equals(pom.version()));
    }

    /** Whether it states the version of a jar's only pom.properties, or is Maven's and states no other. */
    boolean allows(JarCoordinates pom) {
        String title = first(TITLE);
        return Stream.of(VERSION, BUNDLE_VERSION)
                .flatMap(this::values)
                .anyMatch(version -> version.equals(pom.version()))
                || (first(VERSION) == null && this.mavens && (title == null || title.equals(pom.artifactId())));
    }

    private JarCoordinates titled(JarFileName name) {
        String version = first(VERSION, BUNDLE_VERSION);
        String title = first(TITLES);
        return version == null && title == null ? name.toCoordinates()
                : of(title == null ? name.artifactId() : title, version);
    }

    /** Manifests state versions of products, of bundles and of builds too; what follows the version is a classifier. */
    private JarCoordinates versioned(JarFileName name) {
        return Stream.of(VERSION, BUNDLE_VERSION)
                .flatMap(this::values)
                .map(name::endingWith)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> values(VERSION).map(name::classified).flatMap(Optional::stream).findFirst())
                .map(stated -> of(stated.artifactId(), stated.version()))
                .orElseGet(name::toCoordinates);
    }

    /** A vendor's ID is no group: commons-logging, velocity and others state {@code org.apache}. */
    private static JarCoordinates of(String artifactId, @Nullable String version) {
        return new JarCoordinates(null, artifactId, version, Evidence.MANIFEST);
    }

    private @Nullable String first(String... names) {
        return Stream.of(names).flatMap(this::values).findFirst().orElse(null);
    }

    private Stream<String> values(String name) {
        return Stream.ofNullable(this.values.get(name));
    }

    /** @param unread is told if it stays unknown, in a sentence without its full stop */
    static JarManifest read(List<ZipListing> entries, JarContent content, Consumer<String> unread) {
        try {
            return entries.stream()
                    .filter(entry -> entry.name().equals(PATH))
                    .findFirst()
                    .map(content::manifest)
                    .orElse(NONE);
        } catch (UnreadableZipException ex) {
            unread.accept("Its manifest was not read. " + ex.problem());
            return NONE;
        }
    }

    /** Keeps no more of it than is asked for. */
    static JarManifest parse(ZipSlice content) {
        try (InputStream manifest = content.stream()) {
            Attributes attributes = new Manifest(manifest).getMainAttributes();
            Map<String, String> values = new HashMap<>();
            Stream.concat(Stream.of(VERSION, BUNDLE_VERSION), Stream.of(TITLES))
                    .forEach(name -> values.computeIfAbsent(name, key -> identifier(attributes.getValue(key))));
            return new JarManifest(values, isMavens(attributes.getValue("Created-By")));
        } catch (IOException | IllegalArgumentException ex) {
            return NONE;
        }
    }

    private static @Nullable String identifier(@Nullable String value) {
        return value == null ? null : JarCoordinates.identifier(value.split(";", 2)[0]);
    }

    private static boolean isMavens(@Nullable String tool) {
        return tool != null && tool.contains("Maven");
    }
}
