package dev.tare.policy.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceItem;
import dev.tare.inspection.surface.SurfaceKind;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

/** Asks that there is nothing of some kinds in the image's surface. */
final class AbsentSurface extends Practice {

    private final String remedy;

    private final List<SurfaceKind> kinds;

    AbsentSurface(String id, String title, String asks, String why, String remedy, List<SurfaceKind> kinds,
            String... checks) {
        super(id, title, asks, why, checks);
        this.remedy = remedy;
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public PracticeFinding judge(Inspection inspection) {
        List<SurfaceItem> found = this.kinds.stream().flatMap(kind -> inspection.surface().of(kind).stream()).toList();
        if (found.isEmpty()) {
            return pass("None of the " + Told.count(inspection.files().size(), "path", "paths") + " is one of the "
                    + this.kinds.stream().map(SurfaceKind::title).collect(joining(" or ")) + ".");
        }
        List<String> evidence = Stream
                .concat(this.kinds.stream().flatMap(kind -> paths(inspection, kind)), bytes(inspection, found))
                .toList();
        return new PracticeFinding(this, Verdict.FAIL, evidence, this.remedy);
    }

    private static Stream<String> paths(Inspection inspection, SurfaceKind kind) {
        List<SurfaceItem> items = inspection.surface().of(kind);
        return items.isEmpty() ? Stream.of()
                : Stream.of(Told.capitalised(kind.title()) + " (" + Told.number(items.size()) + "): "
                        + Paths.listed(items.stream().map(SurfaceItem::path).toList()) + ".");
    }

    private static Stream<String> bytes(Inspection inspection, List<SurfaceItem> items) {
        Set<String> paths = items.stream().map(SurfaceItem::path).collect(toSet());
        long bytes = Paths.bytesAt(inspection.files(), paths);
        return bytes == 0 ? Stream.of() : Stream.of("They take " + Told.bytes(bytes) + ".");
    }
}
