package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import dev.tare.archive.zip.ZipSlice;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a jar's manifest that may identify it. Values that are not identifiers are {@code null}.
 *
 * @param title         {@code Implementation-Title}
 * @param version       {@code Implementation-Version}
 * @param bundle        {@code Bundle-SymbolicName}
 * @param bundleVersion {@code Bundle-Version}
 * @param module        {@code Automatic-Module-Name}
 * @param byMaven       whether Maven made the jar; Maven records a jar's own coordinates in a pom.properties
 */
record JarManifest(@Nullable String title, @Nullable String version, @Nullable String bundle,
        @Nullable String bundleVersion, @Nullable String module, boolean byMaven) {

    static final String PATH = "META-INF/MANIFEST.MF";

    /** The manifest of a signed jar lists every class. */
    static final long MAX_SIZE = 8L << 20;

    /** No manifest, or an unreadable one. */
    static final JarManifest NONE = new JarManifest(null, null, null, null, null, false);

    static JarManifest parse(ZipSlice content) {
        try (InputStream manifest = content.stream()) {
            Attributes attributes = new Manifest(manifest).getMainAttributes();
            String tool = attributes.getValue("Created-By");
            return new JarManifest(identifier(attributes, "Implementation-Title"),
                    identifier(attributes, "Implementation-Version"), identifier(attributes, "Bundle-SymbolicName"),
                    identifier(attributes, "Bundle-Version"), identifier(attributes, "Automatic-Module-Name"),
                    tool != null && tool.contains("Maven"));
        } catch (IOException | IllegalArgumentException ex) {
            return NONE;
        }
    }

    private static @Nullable String identifier(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? null : JarCoordinates.identifier(value.split(";", 2)[0]);
    }

    /** All stated names, the best first. */
    List<String> names() {
        return present(this.title, this.bundle, this.module);
    }

    /** All stated versions, the best first. */
    List<String> versions() {
        return present(this.version, this.bundleVersion);
    }

    private static List<String> present(@Nullable String... values) {
        return Stream.of(values).filter(Objects::nonNull).toList();
    }
}
