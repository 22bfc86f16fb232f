package dev.tare.inspection.surface;

import java.util.List;

/**
 * The tools that an image offers to an attacker inside, and the files that programs may need.
 *
 * @param examined        whether Tare searched the image for items; {@code false} for Windows images
 * @param items           by kind, then path
 * @param executables     files that any user may execute; in Windows images those with the ending {@code .exe}
 * @param sharedLibraries files with the name of a shared library ({@code *.so}, {@code *.so.N}); in Windows images those with
 *                        the ending {@code .dll}
 */
public record Surface(boolean examined, List<SurfaceItem> items, long executables, long sharedLibraries) {

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
