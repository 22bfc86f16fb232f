package dev.tare.comparison.version;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.VersionDifference.Rename;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.groupingBy;

/** Pairs a removed item with an added one if both have the same key and no other item has it. */
final class Renames {

    private final Identity identity;

    private Renames(Identity identity) {
        this.identity = identity;
    }

    static VersionDifference find(VersionDifference difference, Identity identity) {
        Renames renames = new Renames(identity);
        Map<String, List<VersionChange>> added = renames.byKey(difference, Change.ADDED);
        List<List<VersionChange>> pairs = renames.byKey(difference, Change.REMOVED)
                .entrySet()
                .stream()
                .filter(removed -> removed.getValue().size() == 1)
                .filter(removed -> added.getOrDefault(removed.getKey(), List.of()).size() == 1)
                .map(removed -> List.of(removed.getValue().getFirst(),
                        added.getOrDefault(removed.getKey(), List.of()).getFirst()))
                .toList();
        Set<VersionChange> gone = new HashSet<>();
        pairs.forEach(gone::addAll);
        return new VersionDifference(difference.unmodified(),
                difference.changes().stream().filter(change -> !gone.contains(change)).toList(),
                pairs.stream()
                        .map(pair -> renames.rename(pair.getFirst(), pair.getLast()))
                        .sorted(Comparator.comparing(Rename::ecosystem).thenComparing(Rename::fromName))
                        .toList());
    }

    private Map<String, List<VersionChange>> byKey(VersionDifference difference, Change change) {
        return difference.changes()
                .stream()
                .filter(candidate -> candidate.change() == change && this.identity.key(candidate) != null)
                .collect(groupingBy(
                        candidate -> candidate.ecosystem() + " "
                                + Objects.requireNonNull(this.identity.key(candidate))));
    }

    private Rename rename(VersionChange removed, VersionChange added) {
        return new Rename(removed.ecosystem(), removed.name(), added.name(), removed.from(), added.to(),
                this.identity.evidence(removed, added));
    }

    /** The criterion for a rename. */
    interface Identity {

        /** The common key, or {@code null} without one. */
        @Nullable
        String key(VersionChange change);

        /** The evidence in a few words. */
        String evidence(VersionChange removed, VersionChange added);
    }
}
