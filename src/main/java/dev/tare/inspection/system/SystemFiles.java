package dev.tare.inspection.system;

import java.util.List;
import java.util.Map;

import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.image.ContainerConfig;
import org.jspecify.annotations.Nullable;

/**
 * Facts of an image's system files and scripts.
 *
 * @param os      {@code null} without an {@code os-release}
 * @param scripts the interpreter in the first line of each executable script, by the first name of its file
 */
public record SystemFiles(@Nullable OsRelease os, Accounts accounts, Map<String, String> scripts) {

    public SystemFiles {
        scripts = Map.copyOf(scripts);
    }

    /** Folders in which programs leave files for their users: homes, and the working directory. Links are resolved. */
    public List<String> homes(CountedTree files, ContainerConfig config) {
        return HomeDirectories.of(files, this.accounts, config);
    }

    /** The interpreter in the first line of a script, or {@code null} if the file is not an executable script. */
    public @Nullable String interpreterOf(FileEntry file) {
        return this.scripts.get(file.sameFileAs() == null ? file.path() : file.sameFileAs());
    }
}
