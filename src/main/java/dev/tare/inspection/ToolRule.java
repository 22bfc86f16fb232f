package dev.tare.inspection;

import java.util.Set;
import java.util.stream.Stream;

import dev.tare.archive.EntryType;
import org.jspecify.annotations.Nullable;

/** Programs by their names, in folders where programs are. A link counts if it leads to a program. */
final class ToolRule implements SurfaceRule {

    private static final Set<String> FOLDERS = Set.of("bin", "sbin", "busybox");

    @Override
    public Stream<SurfaceItem> find(FileTree files) {
        return files.entries().stream().mapMulti((entry, items) -> {
            SurfaceKind kind = isInProgramFolder(entry) ? ToolNames.kindOf(entry.fileName()) : null;
            if (kind != null && isProgram(entry, files)) {
                items.accept(SurfaceItem.of(kind, entry));
            }
        });
    }

    private static boolean isInProgramFolder(FileEntry entry) {
        return FOLDERS.contains(FilePaths.name(FilePaths.parent(entry.path())));
    }

    private static boolean isProgram(FileEntry entry, FileTree files) {
        @Nullable
        FileEntry program = entry.type() == EntryType.SYMBOLIC_LINK ? files.resolve(entry.path()) : entry;
        return program != null && program.isExecutable();
    }
}
