package dev.tare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.tare.comparison.version.VersionChange.RuntimeChange;
import dev.tare.ecosystem.java.JavaRuntime.Kind;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * What is different about a vendor's Java runtimes besides their versions.
 *
 * @param fromKinds      of the reference, mostly one
 * @param toKinds        of the other image, mostly one
 * @param addedModules   that only the other image has, by name
 * @param removedModules that only the reference has, by name
 */
public record RuntimeChangeReport(List<Kind> fromKinds, List<Kind> toKinds, List<String> addedModules,
        List<String> removedModules) {

    private static final int SHOWN = 8;

    public RuntimeChangeReport {
        fromKinds = List.copyOf(fromKinds);
        toKinds = List.copyOf(toKinds);
        addedModules = List.copyOf(addedModules);
        removedModules = List.copyOf(removedModules);
    }

    /** What a runtime of the same version has others of. Its kind depends on files beside its modules. */
    public String others() {
        return this.addedModules.isEmpty() && this.removedModules.isEmpty() && !this.fromKinds.equals(this.toKinds)
                ? "files"
                : "modules";
    }

    /**
     * The change in words, such as {@code a JDK before, a JRE now; 2 modules removed: a, b}; empty if only the version
     * is another.
     *
     * @param quoted how a module is written
     */
    public String told(UnaryOperator<String> quoted) {
        List<String> parts = new ArrayList<>();
        if (!this.fromKinds.equals(this.toKinds)) {
            parts.add(told(this.fromKinds) + " before, " + told(this.toKinds) + " now");
        }
        add(parts, this.addedModules, "added", quoted);
        add(parts, this.removedModules, "removed", quoted);
        return String.join("; ", parts);
    }

    static @Nullable RuntimeChangeReport from(@Nullable RuntimeChange change) {
        return change == null ? null
                : new RuntimeChangeReport(change.fromKinds(), change.toKinds(), change.addedModules(),
                        change.removedModules());
    }

    private static String told(List<Kind> kinds) {
        return kinds.stream().map(kind -> "a " + kind.title()).collect(joining(" and "));
    }

    private static void add(List<String> parts, List<String> modules, String change, UnaryOperator<String> quoted) {
        if (!modules.isEmpty()) {
            int more = modules.size() - SHOWN;
            parts.add(Figures.count(modules.size(), "module", "modules") + " " + change + ": "
                    + modules.stream().limit(SHOWN).map(quoted).collect(joining(", "))
                    + (more > 0 ? " and " + Figures.count(more) + " more" : ""));
        }
    }
}
