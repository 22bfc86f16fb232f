package dev.tare.comparison.version;

import java.util.List;

import dev.tare.comparison.change.Change;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.inspection.Ecosystems;
import dev.tare.version.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A package, library or runtime that differs in two images.
 *
 * @param ecosystem {@link dev.tare.ecosystem.Ecosystem#id() id} of the ecosystem
 * @param change    {@link Change#MODIFIED} with equal versions means that only the content of a library, or the kind or
 *                  modules of a runtime differ
 * @param from      the versions in the first image, sorted, without unknown ones; with the architecture of a package if
 *                  only that differs
 * @param to        the versions in the other image, in the same form
 * @param fromFacts other facts in the first image
 * @param toFacts   other facts in the other image
 * @param same      the equal parts of a modified library's jars; {@code null} if no part is equal or known
 * @param runtime   other differences of a modified runtime; {@code null} for anything else
 */
public record VersionChange(String ecosystem, String name, Change change, List<String> from, List<String> to,
        PackageFacts fromFacts, PackageFacts toFacts, @Nullable JarSimilarity same, @Nullable RuntimeChange runtime) {

    /** A change without details. */
    VersionChange(String ecosystem, String name, Change change, List<String> from, List<String> to) {
        this(ecosystem, name, change, from, to, PackageFacts.NONE, PackageFacts.NONE, null, null);
    }

    public VersionChange {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Whether the version is newer or older; {@code null} if it is the same, or the order is unknown. */
    public @Nullable Direction direction() {
        return Ecosystems.of(this.ecosystem).versions().direction(this.from, this.to);
    }

    VersionChange with(@Nullable JarSimilarity sameness) {
        return new VersionChange(this.ecosystem, this.name, this.change, this.from, this.to, this.fromFacts,
                this.toFacts, sameness, this.runtime);
    }

    VersionChange with(RuntimeChange change) {
        return new VersionChange(this.ecosystem, this.name, this.change, this.from, this.to, this.fromFacts,
                this.toFacts, this.same, change);
    }

    /**
     * The differences between the Java runtimes of one product, apart from versions.
     *
     * @param fromKinds      in the first image, in the order of their declaration
     * @param toKinds        in the other image, in the order of their declaration
     * @param addedModules   only in the other image, by name
     * @param removedModules only in the first image, by name
     */
    public record RuntimeChange(List<Kind> fromKinds, List<Kind> toKinds, List<String> addedModules,
            List<String> removedModules) {

        public RuntimeChange {
            fromKinds = List.copyOf(fromKinds);
            toKinds = List.copyOf(toKinds);
            addedModules = List.copyOf(addedModules);
            removedModules = List.copyOf(removedModules);
        }
    }
}
