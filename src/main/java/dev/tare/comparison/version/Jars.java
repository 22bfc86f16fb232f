package dev.tare.comparison.version;

import java.util.List;
import java.util.Map;

import dev.tare.comparison.change.Change;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.JarFingerprint;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.groupingBy;

/** Compares the jars of two images by their content. */
final class Jars implements Renames.Identity {

    private final Map<String, List<Jar>> from;

    private final Map<String, List<Jar>> to;

    Jars(Inspection from, Inspection to) {
        this.from = from.software().jars().stream().collect(groupingBy(Jar::library));
        this.to = to.software().jars().stream().collect(groupingBy(Jar::library));
    }

    /** Adds the equal parts of modified libraries, and renames, to a difference. */
    VersionDifference refine(VersionDifference jars) {
        List<VersionChange> changes = jars.changes().stream().map(this::refine).toList();
        return Renames.find(new VersionDifference(jars.unmodified(), changes), this);
    }

    private VersionChange refine(VersionChange change) {
        return change.change() == Change.MODIFIED ? change.with(sameness(change.name(), change.name())) : change;
    }

    /** The digest of its classes, or of the whole jar if it has no classes or no fingerprint. */
    @Override
    public @Nullable String key(VersionChange change) {
        Jar jar = only(change.change() == Change.REMOVED ? this.from : this.to, change.name());
        if (jar == null) {
            return null;
        }
        JarFingerprint fingerprint = jar.fingerprint();
        return fingerprint == null || fingerprint.classFiles() == 0 ? jar.content().toString()
                : fingerprint.classes().toString();
    }

    @Override
    public String evidence(VersionChange removed, VersionChange added) {
        return sameness(removed.name(), added.name()) == null ? "the jars are equal" : "the jars have the same classes";
    }

    private @Nullable JarSimilarity sameness(String fromLibrary, String toLibrary) {
        Jar one = only(this.from, fromLibrary);
        Jar other = only(this.to, toLibrary);
        return one == null || other == null || one.content().equals(other.content()) ? null
                : JarSimilarity.of(one.fingerprint(), other.fingerprint());
    }

    private static @Nullable Jar only(Map<String, List<Jar>> jars, String library) {
        List<Jar> all = jars.getOrDefault(library, List.of());
        boolean same = all.stream().map(Jar::content).distinct().count() == 1;
        return same ? all.getFirst() : null;
    }
}
