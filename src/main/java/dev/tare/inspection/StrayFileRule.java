package dev.tare.inspection;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What nobody puts into an image on purpose: repositories, descriptions of builds, files of editors and shells, crash
 * dumps. A folder is one item. What lies among the files of a package, of any kind, came with that package.
 */
final class StrayFileRule implements SurfaceRule {

    private static final Set<String> FOLDERS = Set.of(".git", ".svn", ".hg", ".bzr", ".idea", ".vscode",
            ".devcontainer");

    private static final Set<String> FILES = Set.of("Dockerfile", "Containerfile", ".dockerignore",
            ".containerignore", "docker-compose.yml", "docker-compose.yaml", "compose.yaml", ".gitlab-ci.yml",
            ".DS_Store", "Thumbs.db", "desktop.ini");

    /** What shells and editors leave in a user's home. */
    private static final Set<String> HOME_FILES = Set.of(".bash_history", ".ash_history", ".zsh_history",
            ".sh_history", ".python_history", ".node_repl_history", ".mysql_history", ".psql_history", ".viminfo",
            ".lesshst", ".wget-hsts");

    /** Swap files of vim; dumps of Java, and of the kernel where it writes them with the process's number. */
    private static final Pattern NAMES =
            Pattern.compile("\\..{1,200}\\.sw[nop]|(?:hs_err|replay)_pid\\d+\\.log|java_pid\\d+\\.hprof|core\\.\\d+");

    private static final Set<String> PACKAGED = Set.of("node_modules", "site-packages", "dist-packages", "gems",
            "vendor", "testdata");

    private static final String DATA = "usr/share/";

    @Override
    public Stream<SurfaceItem> find(FileTree files) {
        return files.entries()
                .stream()
                .filter(entry -> isStray(entry) && !isOfAPackage(entry.path()))
                .flatMap(entry -> entry.isDirectory()
                        ? FolderContents.item(SurfaceKind.STRAY_FILE, files, entry.path(), _ -> true)
                        : Stream.of(SurfaceItem.of(SurfaceKind.STRAY_FILE, entry)));
    }

    private static boolean isStray(FileEntry entry) {
        String name = entry.fileName();
        if (entry.isDirectory()) {
            return FOLDERS.contains(name);
        }
        return entry.isFile() && (FILES.contains(name) || name.startsWith("Dockerfile.")
                || (HOME_FILES.contains(name) && isHome(FilePaths.parent(entry.path())))
                || NAMES.matcher(name).matches());
    }

    private static boolean isHome(String folder) {
        return folder.equals("root") || FilePaths.parent(folder).equals("home");
    }

    private static boolean isOfAPackage(String path) {
        if (path.startsWith(DATA)) {
            return true;
        }
        String folder = FilePaths.parent(path);
        for (; !folder.isEmpty(); folder = FilePaths.parent(folder)) {
            String name = FilePaths.name(folder);
            if (PACKAGED.contains(name) || FOLDERS.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
