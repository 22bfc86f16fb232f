package dev.tare.inspection.system;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.content.FilePaths;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.image.ContainerConfig;

/** Folders in which programs leave files for their users: homes, and the working directory. */
final class HomeDirectories {

    private static final String HOME = "HOME=";

    /** More than any image has. Tare searches each folder. */
    private static final int MAX = 100;

    /** No file system has longer paths. */
    private static final int MAX_LENGTH = 4096;

    private HomeDirectories() {}

    /** The paths of the folders with links resolved, each once. */
    static List<String> of(CountedTree files, Accounts accounts, ContainerConfig config) {
        Stream<String> variables = config.environment()
                .stream()
                .filter(variable -> variable.startsWith(HOME))
                .map(variable -> variable.substring(HOME.length()));
        return Stream
                .of(Stream.of("/root", config.workingDir()), variables,
                        accounts.users().stream().map(Accounts.User::home),
                        usual(files))
                .flatMap(homes -> homes)
                .filter(home -> home.startsWith("/") && home.length() <= MAX_LENGTH)
                .distinct()
                .limit(MAX)
                .map(home -> real(files, home))
                .distinct()
                .toList();
    }

    private static Stream<String> usual(CountedTree files) {
        return files.below("home")
                .filter(FileEntry::isDirectory)
                .map(FileEntry::path)
                .filter(path -> FilePaths.parent(path).equals("home"))
                .map(path -> "/" + path);
    }

    private static String real(CountedTree files, String home) {
        String path = "";
        Deque<String> names = new ArrayDeque<>();
        FilePaths.pushNames(home, names);
        for (String name : names) {
            path = FilePaths.step(path, name);
        }
        FileEntry folder = path.isEmpty() ? null : files.resolve(path);
        return folder != null && folder.isDirectory() ? folder.path() : path;
    }
}
