package dev.tare.ecosystem.java;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.tare.archive.zip.ZipListing;
import org.jspecify.annotations.Nullable;

/**
 * Finds which library a jar is: what Maven wrote into it counts first, then the version in its file name, then its
 * manifest, then the rest of its file name. What else Maven wrote into it are libraries that were unpacked into it.
 */
final class JarIdentity {

    private final JarFileName name;

    private final JarManifest manifest;

    private final List<JarCoordinates> poms;

    private final @Nullable JarCoordinates own;

    /**
     * @param entries those that are evidence, and any others
     * @param unread  is told what of them stays unknown, in sentences without full stops
     */
    JarIdentity(JarFileName name, List<ZipListing> entries, JarContent content, Consumer<String> unread) {
        this.name = name;
        this.manifest = JarManifest.read(entries, content, unread);
        this.poms = new PomProperties(content, unread).read(entries);
        this.own = own();
    }

    /** Whether a jar's entry may say which library it is. */
    static boolean isEvidence(String entry) {
        return entry.equals(JarManifest.PATH) || PomProperties.isOne(entry);
    }

    JarCoordinates coordinates() {
        return this.own != null ? this.own : this.manifest.coordinates(this.name);
    }

    /** What was unpacked into the jar. */
    List<ShadedLibrary> libraries() {
        return this.poms.stream().filter(pom -> !pom.equals(this.own)).map(ShadedLibrary::from).toList();
    }

    /** The file name tells which it is, or the manifest does; what neither names was unpacked into the jar. */
    private @Nullable JarCoordinates own() {
        return this.poms.stream()
                .filter(this.name::isOf)
                .max(Comparator.comparingInt(pom -> pom.artifactId().length()))
                .or(() -> this.poms.stream().filter(this.manifest::names).findFirst())
                .or(this::only)
                .orElse(null);
    }

    private Optional<JarCoordinates> only() {
        return this.poms.size() != 1 ? Optional.empty()
                : Optional.of(this.poms.getFirst())
                        .filter(pom -> this.name.mayHave(pom.version()) && this.manifest.allows(pom));
    }
}
