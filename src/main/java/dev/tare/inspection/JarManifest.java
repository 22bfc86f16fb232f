package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import dev.tare.inspection.Jar.Evidence;
import org.jspecify.annotations.Nullable;

/** What a jar's manifest says it is. */
final class JarManifest {

    static final String PATH = "META-INF/MANIFEST.MF";

    /** A signed jar's lists every class of it. */
    private static final long MAX_SIZE = 8L << 20;

    private static final String VERSION = "Implementation-Version";

    private static final String BUNDLE_VERSION = "Bundle-Version";

    private static final String[] TITLES =
            { "Implementation-Title", "Bundle-SymbolicName", "Automatic-Module-Name" };

    private final Attributes attributes;

    private JarManifest(Attributes attributes) {
        this.attributes = attributes;
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
        return first("Implementation-Vendor-Id");
    }

    private @Nullable String first(String... names) {
        return Stream.of(names).flatMap(this::values).findFirst().orElse(null);
    }

    private Stream<String> values(String name) {
        return Stream.ofNullable(this.attributes.getValue(name))
                .map(value -> JarCoordinates.identifier(value.split(";", 2)[0]))
                .filter(Objects::nonNull);
    }

    static JarManifest read(List<ZipEntrySlice> entries, JarContent content) {
        return new JarManifest(entries.stream()
                .filter(entry -> entry.name().equals(PATH))
                .findFirst()
                .map(entry -> attributes(entry, content))
                .orElseGet(Attributes::new));
    }

    private static Attributes attributes(ZipEntrySlice entry, JarContent content) {
        try (InputStream manifest = content.read(entry, MAX_SIZE).stream()) {
            return new Manifest(manifest).getMainAttributes();
        } catch (IOException | IllegalArgumentException | UnreadableZipException ex) {
            return new Attributes();
        }
    }
}
