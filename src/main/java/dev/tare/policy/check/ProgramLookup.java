package dev.tare.policy.check;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.image.ContainerConfig;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Finds programs as a container's start does: a name along {@code PATH}, a path from the working directory.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/exec.3.html">exec(3)</a>
 */
final class ProgramLookup {

    /** What engines set if the image does not. */
    private static final String USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final String PATH = "PATH=";

    /** No image has nearly as many, and to each it may be a long way through links. */
    private static final int MAX_FOLDERS = 1_000;

    private final Inspection inspection;

    private final ContainerConfig config;

    ProgramLookup(Inspection inspection) {
        this.inspection = inspection;
        this.config = inspection.image().config().container();
    }

    /** The file after following links, or {@code null} if it cannot start. */
    @Nullable
    FileEntry find(String program) {
        return candidates(program).filter(FileEntry::isExecutable).findFirst().orElse(null);
    }

    /** Whether it may be a file that {@link #find} does not find, because a part of the way to it is hidden. */
    boolean isHidden(String program) {
        return find(program) == null && places(program).anyMatch(HiddenWords::areIn);
    }

    /** The file that an interpreter runs, or {@code null} if there is none. */
    @Nullable
    FileEntry findScript() {
        return StartedProgram.of(this.config)
                .scripts()
                .map(this::place)
                .takeWhile(place -> !HiddenWords.areIn(place))
                .map(place -> this.inspection.files().resolve(place))
                .flatMap(Stream::ofNullable)
                .filter(FileEntry::isFile)
                .findFirst()
                .orElse(null);
    }

    /** Whether an interpreter may run a file that {@link #findScript} does not find. */
    boolean isScriptHidden() {
        return findScript() == null
                && StartedProgram.of(this.config).scripts().map(this::place).anyMatch(HiddenWords::areIn);
    }

    /** The reason that it cannot start. */
    String problem(String program) {
        return candidates(program).findFirst()
                .map(file -> "/" + file.path() + (file.isFile() ? " may be executed by nobody" : " is no file"))
                .orElse(program.contains("/") ? program + " is not in the files"
                        : program + " is in none of the folders of PATH (" + path() + ")");
    }

    /** A file behind a hidden place is not the one that starts, if the hidden place has one too. */
    private Stream<FileEntry> candidates(String program) {
        return places(program).takeWhile(place -> !HiddenWords.areIn(place))
                .map(place -> this.inspection.files().resolve(place))
                .flatMap(Stream::ofNullable);
    }

    private Stream<String> places(String program) {
        return program.contains("/") ? Stream.of(place(program))
                : List.of(path().split(":")).stream().limit(MAX_FOLDERS).map(folder -> folder + "/" + program);
    }

    private String place(String path) {
        return path.startsWith("/") ? path : this.config.workingDir() + "/" + path;
    }

    /** The last of several counts. */
    private String path() {
        return this.config.environment()
                .stream()
                .filter(variable -> variable.startsWith(PATH))
                .map(variable -> variable.substring(PATH.length()))
                .reduce((first, last) -> last)
                .filter(path -> !path.isEmpty())
                .orElse(USUAL_PATH);
    }
}
