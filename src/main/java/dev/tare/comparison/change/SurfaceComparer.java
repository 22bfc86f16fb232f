package dev.tare.comparison.change;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.inspection.surface.Surface;
import dev.tare.inspection.surface.SurfaceItem;
import dev.tare.inspection.surface.SurfaceKind;

import static java.util.stream.Collectors.toSet;

/** Says which paths of the surface came and went. */
public final class SurfaceComparer {

    private static final Comparator<SurfaceChange> ORDER = Comparator
            .comparing((SurfaceChange change) -> change.item().kind())
            .thenComparing(change -> change.item().path());

    private SurfaceComparer() {}

    public static List<SurfaceChange> compare(Surface from, Surface to) {
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
