package dev.tare.command.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files that a person asks for. A regular file is replaced as a whole once its new content is complete. Its
 * permissions stay, and so does a link to it. Devices and pipes are written directly.
 */
public final class OutputFile {

    /** Their files belong to a process or device, even if they lead to a regular file. */
    private static final List<Path> DIRECT = List.of(Path.of("/dev"), Path.of("/proc"));

    private OutputFile() {}

    /**
     * Refuses to overwrite an input.
     *
     * @param file   {@code null} for standard output
     * @param inputs other files that the command reads or writes, or {@code null}
     * @throws CommandException if the file is one of them, also under another name
     */
    public static void check(@Nullable Path file, List<ImageArgument> images, @Nullable Path... inputs) {
        if (file == null) {
            return;
        }
        try {
            for (ImageArgument image : images) {
                if (image.contains(file)) {
                    throw isInput(file, image.text());
                }
            }
            for (Path input : inputs) {
                if (input != null && isSame(file, input)) {
                    throw isInput(file, input.toString());
                }
            }
        } catch (IOException ex) {
            throw unwritable(file, ex);
        }
    }

    private static boolean isSame(Path file, Path other) throws IOException {
        if (Files.exists(file) && Files.exists(other)) {
            return Files.isSameFile(file, other);
        }
        return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static CommandException isInput(Path file, String other) {
        return new CommandException(List.of(file + " would be overwritten, but the command also uses it as " + other
                + "; choose another file for the output"), List.of());
    }

    /** @throws CommandException if it cannot be written; then a regular file has its old content */
    public static void write(Path file, Content content) {
        try {
            if (isDirect(file)) {
                writeTo(file, content);
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
            }
        } catch (IOException ex) {
            throw unwritable(file, ex);
        }
    }

    private static boolean isDirect(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        boolean other = Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file);
        return other || DIRECT.stream().anyMatch(absolute::startsWith);
    }

    private static void replace(Path file, Content content) throws IOException {
        boolean exists = Files.exists(file);
        if (exists && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        Path temporary = file.resolveSibling(
                ".tare-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + ".tmp");
        try {
            if (!isCreated(temporary, exists) || (exists && !takesAttributes(temporary, file))) {
                writeTo(file, content);
            } else {
                writeTo(temporary, content);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A file that exists may be writable in a folder that is not. */
    private static boolean isCreated(Path temporary, boolean exists) throws IOException {
        try {
            Files.createFile(temporary);
            return true;
        } catch (AccessDeniedException ex) {
            if (exists) {
                return false;
            }
            throw ex;
        }
    }

    /** Whether the new file has the owner and the group of the old one. It also gets the permissions. */
    private static boolean takesAttributes(Path temporary, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        PosixFileAttributeView old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || old == null) {
            return true;
        }
        view.setPermissions(old.readAttributes().permissions());
        return view.readAttributes().owner().equals(old.readAttributes().owner())
                && view.readAttributes().group().equals(old.readAttributes().group());
    }

    private static void writeTo(Path file, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            content.write(out);
        }
    }

    private static CommandException unwritable(Path file, IOException problem) {
        return new CommandException(Problem.with(file + " cannot be written", problem), problem);
    }

    /** The content of a file, which is streamed. */
    public interface Content {

        void write(OutputStream out) throws IOException;
    }
}
