package dev.tare.comparison.change;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.inspection.surface.Surface;
import dev.tare.inspection.surface.SurfaceItem;
import dev.tare.inspection.surface.SurfaceKind;

import static java.util.stream.Collectors.toSet;

/**
 * A path of the surface in only one of two images.
 *
 * @param change {@link Change#ADDED} or {@link Change#REMOVED}
 */
public record SurfaceChange(Change change, SurfaceItem item) {

    private static final Comparator<SurfaceChange> ORDER = Comparator
            .comparing((SurfaceChange change) -> change.item().kind())
            .thenComparing(change -> change.item().path());

    /** The added and removed paths of the surface, by kind and path. Empty if one surface was not examined. */
    public static List<SurfaceChange> between(Surface from, Surface to) {
        if (!from.examined() || !to.examined()) {
            return List.of();
        }
        return Stream.concat(only(from, to, Change.REMOVED), only(to, from, Change.ADDED)).sorted(ORDER).toList();
    }

    private static Stream<SurfaceChange> only(Surface in, Surface notIn, Change change) {
        Set<Place> others = notIn.items().stream().map(Place::of).collect(toSet());
        return in.items()
                .stream()
                .filter(item -> !others.contains(Place.of(item)))
                .map(item -> new SurfaceChange(change, item));
    }

    private record Place(SurfaceKind kind, String path) {

        static Place of(SurfaceItem item) {
            return new Place(item.kind(), item.path());
        }
    }
}
