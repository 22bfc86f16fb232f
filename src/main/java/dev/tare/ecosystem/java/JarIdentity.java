package dev.tare.ecosystem.java;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.tare.ecosystem.java.Jar.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the library of a jar. The evidence counts in this order:
 * <ol>
 * <li>a pom.properties with the name of the file; else one with a name and version of the manifest; else the only one,
 * if the file name has no other version and the manifest confirms it
 * <li>the version in the file name
 * <li>the manifest
 * <li>the rest of the file name
 * </ol> All other pom.properties belong to libraries that were unpacked into the jar.
 */
record JarIdentity(JarCoordinates coordinates, List<ShadedLibrary> libraries) {

    /** @param poms the coordinates in all pom.properties of the jar */
    static JarIdentity of(JarFileName name, JarManifest manifest, List<JarCoordinates> poms) {
        Optional<JarCoordinates> own = own(name, manifest, poms);
        return new JarIdentity(
                own.orElseGet(() -> name.version() == null ? unversioned(name, manifest) : versioned(name, manifest)),
                poms.stream().filter(pom -> !own.equals(Optional.of(pom))).map(ShadedLibrary::from).toList());
    }

    private static Optional<JarCoordinates> own(JarFileName name, JarManifest manifest, List<JarCoordinates> poms) {
        return poms.stream()
                .filter(name::isOf)
                .max(Comparator.comparingInt(pom -> pom.artifactId().length()))
                .or(() -> poms.stream().filter(pom -> isNamed(manifest, pom)).findFirst())
                .or(() -> poms.size() != 1 ? Optional.empty()
                        : Optional.of(poms.getFirst())
                                .filter(pom -> name.mayHave(pom.version()) && confirms(manifest, pom)));
    }

    private static boolean isNamed(JarManifest manifest, JarCoordinates pom) {
        return manifest.names().contains(pom.artifactId()) && hasVersion(manifest, pom);
    }

    /** Whether the manifest has the version of the only pom.properties, or is Maven's and states nothing else. */
    private static boolean confirms(JarManifest manifest, JarCoordinates pom) {
        return hasVersion(manifest, pom) || (manifest.version() == null && manifest.byMaven()
                && (manifest.title() == null || manifest.title().equals(pom.artifactId())));
    }

    private static boolean hasVersion(JarManifest manifest, JarCoordinates pom) {
        return pom.version() != null && manifest.versions().contains(pom.version());
    }

    private static JarCoordinates unversioned(JarFileName name, JarManifest manifest) {
        if (manifest.names().isEmpty() && manifest.versions().isEmpty()) {
            return name.toCoordinates();
        }
        return stated(manifest.names().isEmpty() ? name.artifactId() : manifest.names().getFirst(),
                manifest.versions().isEmpty() ? null : manifest.versions().getFirst());
    }

    /**
     * Takes the version from the file name, as build tools write it. The manifest only shows where that version begins
     * and ends, because it may state versions of products, bundles and builds too.
     */
    private static JarCoordinates versioned(JarFileName name, JarManifest manifest) {
        return manifest.versions()
                .stream()
                .flatMap(version -> name.endingWith(version).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(manifest.version()).flatMap(name::classified))
                .map(found -> stated(found.artifactId(), found.version()))
                .orElseGet(name::toCoordinates);
    }

    /** The manifest's vendor ID is not a group: commons-logging, velocity and others state {@code org.apache}. */
    private static JarCoordinates stated(String artifactId, @Nullable String version) {
        return new JarCoordinates(null, artifactId, version, Evidence.MANIFEST);
    }
}
