package dev.tare.comparison.version;

import java.util.List;

import dev.tare.comparison.change.Change;
import dev.tare.ecosystem.java.JavaRuntime.Kind;
import dev.tare.inspection.Ecosystems;
import dev.tare.version.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A package, library or runtime that is not the same in two images.
 *
 * @param ecosystem who keeps such things apart by name: {@code dpkg}, {@code apk}, {@code rpm}, {@code npm}, {@code pypi}, {@code java}
 * @param change    {@link Change#MODIFIED} with equal versions means that the version stayed, and the content of a
 *                  library or the kind or modules of a runtime did not
 * @param from      the versions in the image that one starts from, sorted; an unknown one is not among them; those of a
 *                  package with its architecture if only that is another
 * @param to        the versions in the other image, likewise
 * @param same      what a modified library's jars have in common; {@code null} if nothing, or if nothing tells
 * @param runtime   what of a modified runtime is another besides its version; {@code null} if it is no runtime
 */
public record VersionChange(String ecosystem, String name, Change change, List<String> from, List<String> to,
        @Nullable JarSameness same, @Nullable RuntimeChange runtime) {

    /** A change without details. */
    VersionChange(String ecosystem, String name, Change change, List<String> from, List<String> to) {
        this(ecosystem, name, change, from, to, null, null);
    }

    public VersionChange {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Whether the version is newer or older; {@code null} if it is the same, or the order is unknown. */
    public @Nullable Direction direction() {
        return Ecosystems.of(this.ecosystem).versions().direction(this.from, this.to);
    }

    VersionChange with(@Nullable JarSameness sameness) {
        return new VersionChange(this.ecosystem, this.name, this.change, this.from, this.to, sameness,
                this.runtime);
    }

    VersionChange with(RuntimeChange change) {
        return new VersionChange(this.ecosystem, this.name, this.change, this.from, this.to, this.same, change);
    }

    /**
     * What is different about a vendor's Java runtimes that two images have, their versions aside.
     *
     * @param fromKinds      of the image that one starts from, in the order of their declaration
     * @param toKinds        of the other image, likewise
     * @param addedModules   that only the other image has, by name
     * @param removedModules that only the first one has, by name
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
