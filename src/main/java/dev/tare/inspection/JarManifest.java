package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import dev.tare.inspection.Jar.Evidence;
import org.jspecify.annotations.Nullable;

/** What a jar's manifest says it is. */
final class JarManifest {

    static final String PATH = "META-INF/MANIFEST.MF";

    /** A signed jar's lists every class of it. */
    static final long MAX_SIZE = 8L << 20;

    private static final String VERSION = "Implementation-Version";

    private static final String BUNDLE_VERSION = "Bundle-Version";

    private static final String[] TITLES =
            { "Implementation-Title", "Bundle-SymbolicName", "Automatic-Module-Name" };

    private static final String VENDOR = "Implementation-Vendor-Id";

    private static final JarManifest NONE = new JarManifest(Map.of());

    private final Map<String, String> values;

    private JarManifest(Map<String, String> values) {
        this.values = values;
    }

    /** The coordinates of the jar of that name. What a build tool named with a version needs no other. */
    JarCoordinates coordinates(JarFileName name) {
        return name.version() == null ? titled(name) : versioned(name, name.version());
    }

    /** Whether it tells that a jar is what one of the pom.properties in it says. */
    boolean names(JarCoordinates pom) {
        return Stream.of(TITLES).flatMap(this::values).anyMatch(pom.artifactId()::equals)
                && Stream.of(VERSION, BUNDLE_VERSION)
                        .flatMap(this::values)
                        .anyMatch(value -> value.equals(pom.version()));
    }

    private JarCoordinates titled(JarFileName name) {
        String version = first(VERSION, BUNDLE_VERSION);
        String title = first(TITLES);
        if (version == null && title == null) {
            return name.toCoordinates();
        }
        return new JarCoordinates(group(), title == null ? name.artifactId() : title, version, Evidence.MANIFEST);
    }

    /** Manifests state versions of products, of bundles and of builds too; what follows the version is a classifier. */
    private JarCoordinates versioned(JarFileName name, String version) {
        String stated = first(VERSION);
        if (stated != null && version.startsWith(stated + "-")) {
            return new JarCoordinates(group(), name.artifactId(), stated, Evidence.MANIFEST);
        }
        boolean same = version.equals(stated) || version.equals(first(BUNDLE_VERSION));
        return new JarCoordinates(group(), name.artifactId(), version, same ? Evidence.MANIFEST : Evidence.FILE_NAME);
    }

    private @Nullable String group() {
        return first(VENDOR);
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
            Stream.concat(Stream.of(VERSION, BUNDLE_VERSION, VENDOR), Stream.of(TITLES))
                    .forEach(name -> values.computeIfAbsent(name, key -> identifier(attributes.getValue(key))));
            return new JarManifest(values);
        } catch (IOException | IllegalArgumentException ex) {
            return NONE;
        }
    }

    private static @Nullable String identifier(@Nullable String value) {
        return value == null ? null : JarCoordinates.identifier(value.split(";", 2)[0]);
    }
}
