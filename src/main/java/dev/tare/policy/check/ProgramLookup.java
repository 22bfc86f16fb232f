package dev.tare.policy.check;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.image.ContainerConfig;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Finds programs like an engine: names in the folders of {@code PATH}, and paths relative to the working directory.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/exec.3.html">exec(3)</a>
 */
final class ProgramLookup {

    /** The default of engines. */
    private static final String USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final String PATH = "PATH=";

    /** Far more than any image has. Each folder may need many links to resolve. */
    private static final int MAX_FOLDERS = 1_000;

    private final Inspection inspection;

    private final ContainerConfig config;

    ProgramLookup(Inspection inspection) {
        this.inspection = inspection;
        this.config = inspection.image().config().container();
    }

    /** The executable file, with links resolved, or {@code null} if the image does not have it. */
    @Nullable
    FileEntry find(String program) {
        return candidates(program).filter(FileEntry::isExecutable).findFirst().orElse(null);
    }

    /** Whether {@link #find} finds no program, but a hidden part of a path may lead to one. */
    boolean isHidden(String program) {
        return find(program) == null && places(program).anyMatch(HiddenWords::areIn);
    }

    /** The file that an interpreter runs, or {@code null} if the image does not have it. */
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

    /** Whether {@link #findScript} finds no file, but a hidden part of a path may lead to one. */
    boolean isScriptHidden() {
        return findScript() == null
                && StartedProgram.of(this.config).scripts().map(this::place).anyMatch(HiddenWords::areIn);
    }

    /** The reason why the program cannot start. */
    String problem(String program) {
        return candidates(program).findFirst()
                .map(file -> "/" + file.path() + (file.isFile() ? " is not executable" : " is not a file"))
                .orElse(program.contains("/") ? program + " is not in the image"
                        : program + " is not in a folder of PATH (" + path() + ")");
    }

    /** Files up to the first hidden place. That place may contain the file that starts. */
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

    /** The last variable counts. */
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
