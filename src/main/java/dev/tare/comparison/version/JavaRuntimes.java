package dev.tare.comparison.version;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.VersionChange.RuntimeChange;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.inspection.Inspection;
import dev.tare.wording.Counts;

/** Compares the Java runtimes of two images by kind and modules. */
final class JavaRuntimes {

    private final List<JavaRuntime> from;

    private final List<JavaRuntime> to;

    JavaRuntimes(Inspection from, Inspection to) {
        this.from = from.software().javaRuntimes();
        this.to = to.software().javaRuntimes();
    }

    /** Adds the kinds and modules of modified runtimes to a difference. */
    VersionDifference refine(VersionDifference runtimes) {
        return new VersionDifference(runtimes.unmodified(),
                runtimes.changes().stream().map(this::refine).toList(), runtimes.renamed());
    }

    /** The name under which runtimes of two images are compared. */
    static String nameOf(JavaRuntime runtime) {
        return runtime.build().title();
    }

    /** The number of modules, if known, and the kind: {@code 70 modules, JDK}. */
    static String extentOf(JavaRuntime runtime) {
        int modules = runtime.modules().size();
        return (modules == 0 ? "" : Counts.of(modules, "module", "modules") + ", ") + runtime.kind().title();
    }

    private VersionChange refine(VersionChange change) {
        if (change.change() != Change.MODIFIED) {
            return change;
        }
        List<JavaRuntime> before = named(this.from, change.name());
        List<JavaRuntime> after = named(this.to, change.name());
        return change.with(new RuntimeChange(kinds(before), kinds(after), less(modules(after), modules(before)),
                less(modules(before), modules(after))));
    }

    private static List<JavaRuntime> named(List<JavaRuntime> runtimes, String name) {
        return runtimes.stream().filter(runtime -> nameOf(runtime).equals(name)).toList();
    }

    private static List<JavaRuntime.Kind> kinds(List<JavaRuntime> runtimes) {
        return runtimes.stream().map(JavaRuntime::kind).distinct().sorted().toList();
    }

    private static Set<String> modules(List<JavaRuntime> runtimes) {
        Set<String> modules = new TreeSet<>();
        runtimes.forEach(runtime -> modules.addAll(runtime.modules()));
        return modules;
    }

    private static List<String> less(Collection<String> modules, Set<String> others) {
        return modules.stream().filter(module -> !others.contains(module)).toList();
    }
}
