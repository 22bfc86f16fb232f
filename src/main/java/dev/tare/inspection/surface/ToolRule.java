package dev.tare.inspection.surface;

import java.util.Set;
import java.util.stream.Stream;

import dev.tare.archive.tar.EntryType;
import dev.tare.content.FilePaths;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import org.jspecify.annotations.Nullable;

/**
 * Programs by name, in the folders of programs. A link there counts if it leads to a program. In other folders only
 * unambiguous names count: an executable {@code ssh} in {@code etc/init.d} is not the program. Documents and
 * completions never count.
 */
final class ToolRule implements SurfaceRule {

    private static final Set<String> FOLDERS = Set.of("bin", "sbin", "busybox");

    private static final String DATA = "usr/share/";

    @Override
    public Stream<SurfaceItem> find(CountedTree files) {
        return files.entries().mapMulti((entry, items) -> {
            SurfaceKind kind = isInProgramFolder(entry) ? ToolNames.kindOf(entry.fileName())
                    : kindOutside(entry);
            if (kind != null && isProgram(entry, files)) {
                items.accept(SurfaceItem.of(kind, entry));
            }
        });
    }

    private static @Nullable SurfaceKind kindOutside(FileEntry entry) {
        return entry.isExecutable() && !entry.path().startsWith(DATA)
                ? ToolNames.kindOfUnmistakable(entry.fileName())
                : null;
    }

    private static boolean isInProgramFolder(FileEntry entry) {
        return FOLDERS.contains(FilePaths.name(FilePaths.parent(entry.path())));
    }

    private static boolean isProgram(FileEntry entry, CountedTree files) {
        @Nullable
        FileEntry program = entry.type() == EntryType.SYMBOLIC_LINK ? files.resolve(entry.path()) : entry;
        return program != null && program.isExecutable();
    }
}
