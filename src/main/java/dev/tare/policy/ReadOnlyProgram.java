package dev.tare.policy;

import java.math.BigInteger;
import java.util.List;

import dev.tare.inspection.FileEntry;
import dev.tare.inspection.FileTree;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/** Asks that the program cannot change itself: neither its files nor what they are replaced by. */
final class ReadOnlyProgram extends Practice {

    private static final int GROUP_WRITE = 0020;

    private static final int OTHERS_WRITE = 0002;

    private static final int STICKY = 01000;

    private static final List<String> ENDINGS = List.of(".jar", ".war", ".class", ".so");

    private static final String REMEDY = "Copy the program without giving it to the user that runs it (no --chown), "
            + "and give that user folders of its own for what it writes.";

    ReadOnlyProgram() {
        super("read-only-program", "Cannot change its own program",
                "No executable, library, jar or class can be written or replaced by the user that the config names.",
                "Whoever takes over the process could otherwise change the program, and stay.");
    }

    @Override
    public PracticeFinding judge(Inspection inspection) {
        RunUser user = RunUser.of(inspection);
        if (user.isRoot()) {
            return notApplicable("The program runs as root, who may write everything.");
        }
        if (user.uid() == null) {
            return unknown("Nothing says which number the user \"" + user.user() + "\" has.",
                    "Set the user's number.");
        }
        List<FileEntry> programs = inspection.files().entries().stream().filter(ReadOnlyProgram::isProgram).toList();
        List<String> writable = programs.stream()
                .filter(file -> isWritable(file, user) || isReplaceable(file, inspection.files(), user))
                .map(FileEntry::path)
                .toList();
        return writable.isEmpty()
                ? pass("None of " + Told.count(programs.size(), "program file", "program files")
                        + " can be written by the user " + user.uid() + ".")
                : warn("The user " + user.uid() + " can write or replace "
                        + Told.count(writable.size(), "program file", "program files") + ": " + Paths.listed(writable)
                        + ".", REMEDY);
    }

    private static boolean isProgram(FileEntry file) {
        return file.isExecutable()
                || (file.isFile() && ENDINGS.stream().anyMatch(ending -> file.fileName().endsWith(ending)));
    }

    /** The owner of a file may write it, since nothing keeps him from giving himself the right. */
    private static boolean isWritable(FileEntry file, RunUser user) {
        if (is(user.uid(), file.uid())) {
            return true;
        }
        return (file.mode() & (is(user.gid(), file.gid()) ? GROUP_WRITE : OTHERS_WRITE)) != 0;
    }

    private static boolean isReplaceable(FileEntry file, FileTree files, RunUser user) {
        String path = file.path();
        FileEntry folder = files.get(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
        return folder != null && folder.isDirectory() && isWritable(folder, user)
                && ((folder.mode() & STICKY) == 0 || is(user.uid(), folder.uid()));
    }

    private static boolean is(@Nullable BigInteger number, long other) {
        return BigInteger.valueOf(other).equals(number);
    }
}
