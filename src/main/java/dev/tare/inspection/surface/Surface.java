package dev.tare.inspection.surface;

import java.util.List;

/**
 * What an image offers to somebody who got inside, and what a program may miss in it.
 *
 * @param items           by kind, then path
 * @param executables     files that somebody may execute
 * @param sharedLibraries files that are shared libraries by name ({@code *.so}, {@code *.so.N})
 */
public record Surface(List<SurfaceItem> items, long executables, long sharedLibraries) {

    public Surface {
        items = List.copyOf(items);
    }

    /** The items of one kind. */
    public List<SurfaceItem> of(SurfaceKind kind) {
        return this.items.stream().filter(item -> item.kind() == kind).toList();
    }

    /** Whether there is an item of the kind. */
    public boolean has(SurfaceKind kind) {
        return this.items.stream().anyMatch(item -> item.kind() == kind);
    }
}
