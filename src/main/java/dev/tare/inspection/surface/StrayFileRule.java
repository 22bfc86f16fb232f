package dev.tare.inspection.surface;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;

/**
 * Files that get into an image by accident: repositories, build descriptions, files of editors and shells, crash dumps.
 * A folder is one item. Files of packages are excluded.
 */
final class StrayFileRule implements SurfaceRule {

    private static final Set<String> FOLDERS = Set.of(".git", ".svn", ".hg", ".bzr", ".idea", ".vscode",
            ".devcontainer", ".aws", ".azure", ".gcp");

    private static final Set<String> FILES = Set.of("Dockerfile", "Containerfile", ".dockerignore",
            ".containerignore", "docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml",
            ".gitlab-ci.yml", "Jenkinsfile", ".DS_Store", "Thumbs.db", "desktop.ini", "npm-debug.log",
            "yarn-error.log", ".bash_history", ".ash_history", ".zsh_history", ".sh_history", ".python_history",
            ".node_repl_history", ".mysql_history", ".psql_history", ".viminfo", ".vimrc", ".lesshst", ".wget-hsts");

    /** Swap files of vim; dumps of Java, and of the kernel with the process ID in the name. */
    private static final Pattern NAMES =
            Pattern.compile("\\..{1,200}\\.sw[nop]|(?:hs_err|replay)_pid\\d+\\.log|java_pid\\d+\\.hprof|core\\.\\d+");

    /** Names of folders that packages of several ecosystems have. */
    private static final Set<String> PACKAGED = Set.of("vendor", "testdata");

    /** If the image has no package database, all files in this folder count as files of packages. */
    private static final String DATA = "usr/share/";

    private static final int PERMISSIONS = 0777;

    private static final int OWNER_ONLY = 0600;

    private final FileOwners owners;

    private final List<Ecosystem> ecosystems;

    StrayFileRule(FileOwners owners, List<Ecosystem> ecosystems) {
        this.owners = owners;
        this.ecosystems = ecosystems;
    }

    @Override
    public Stream<SurfaceItem> find(CountedTree files) {
        return files.entries()
                .filter(entry -> isStray(entry) && !isOfAPackage(entry.path()))
                .flatMap(entry -> entry.isDirectory()
                        ? FolderContents.item(SurfaceKind.STRAY_FILE, files, entry.path(),
                                file -> this.owners.ownerOf(file.path()) == null)
                        : Stream.of(SurfaceItem.of(SurfaceKind.STRAY_FILE, entry)));
    }

    private static boolean isStray(FileEntry entry) {
        String name = entry.fileName();
        if (entry.isDirectory()) {
            return FOLDERS.contains(name);
        }
        return entry.isFile() && (FILES.contains(name) || name.startsWith("Dockerfile.")
                || NAMES.matcher(name).matches() || isDump(entry));
    }

    /** A core dump of the kernel without a process ID. Programs have this name too, but all users may run those. */
    private static boolean isDump(FileEntry entry) {
        return entry.fileName().equals("core") && (entry.mode() & PERMISSIONS) == OWNER_ONLY && entry.size() > 0;
    }

    private boolean isOfAPackage(String path) {
        if (this.owners.ownerOf(path) != null || (!this.owners.isKnown() && path.startsWith(DATA))
                || this.ecosystems.stream().anyMatch(ecosystem -> ecosystem.isPackaged(path))) {
            return true;
        }
        int start = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
            String name = path.substring(start, end);
            start = end + 1;
            if (PACKAGED.contains(name) || FOLDERS.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
