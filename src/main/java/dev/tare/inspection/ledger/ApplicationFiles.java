package dev.tare.inspection.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.tare.content.FilePaths;
import dev.tare.ecosystem.ApplicationLayout;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.inspection.Ecosystems;
import org.jspecify.annotations.Nullable;

/** The files of applications by kind. Classes need no known base image, because only applications have single ones. */
final class ApplicationFiles {

    private static final Set<String> RESOURCES = Set.of("properties", "yml", "yaml", "xml", "json", "html", "css",
            "svg", "png", "jpg", "gif", "ico", "woff", "woff2", "ttf", "txt", "sql", "map");

    private static final List<ApplicationLayout> LAYOUTS =
            Ecosystems.ALL.stream().map(Ecosystem::applicationLayout).filter(Objects::nonNull).toList();

    private ApplicationFiles() {}

    /** The owner of a class, or {@code null}. */
    static @Nullable Ownership classAt(String path) {
        return path.endsWith(".class") ? in("Classes", path) : null;
    }

    /** The owner of a resource or source in a layer above the base image, or {@code null}. */
    static @Nullable Ownership of(String path) {
        String name = FilePaths.name(path);
        int dot = name.lastIndexOf('.');
        boolean resource = dot >= 0 && RESOURCES.contains(name.substring(dot + 1));
        if (resource || path.contains("/resources/")) {
            return in("Resources", path);
        }
        if (name.endsWith(".aot") || name.endsWith(".jsa")) {
            return in("AOT and CDS caches", path);
        }
        for (ApplicationLayout layout : LAYOUTS) {
            if (layout.isSource(name)) {
                return in(layout.language() + " sources", path);
            }
        }
        return null;
    }

    /** The owner of any other file in a layer above the base image. */
    static Ownership folderOf(String path) {
        String folder = Folders.of(path);
        return Ownership.of(Chapter.APPLICATION, folder, folder);
    }

    private static Ownership in(String line, String path) {
        return Ownership.of(Chapter.APPLICATION, line, Folders.of(path));
    }
}
