package dev.tare.policy.check;

import java.util.List;

import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.wording.Counts;

/** Checks that the user of the container can neither write nor replace program files. */
final class EntrypointNotWritable extends Check {

    private static final List<String> ENDINGS = List.of(".jar", ".war", ".class", ".py", ".pyc", ".js", ".mjs", ".cjs",
            ".rb", ".php", ".dll");

    private static final String REMEDY = "Copy the program without --chown, and give the user separate folders for its "
            + "data.";

    EntrypointNotWritable() {
        super("entrypoint-not-writable", "No writable program files",
                "The configured user and its groups cannot write or replace a program file or its parent folders. "
                        + "Program files are executables, libraries, jars, classes, scripts, and files that the "
                        + "command passes to an interpreter.",
                "An attacker who takes over the process could otherwise change the program and persist.");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        RunUser user = RunUser.of(inspection);
        if (user.isRoot()) {
            return notApplicable("The program runs as root, which can write every file.");
        }
        if (user.isHidden()) {
            return unknown(HiddenWords.reason("The user"), REMEDY);
        }
        if (user.uid() == null) {
            return unknown("The user \"" + user.user() + "\" has no known user ID.",
                    "Set a numeric user.");
        }
        ProgramLookup lookup = new ProgramLookup(inspection);
        FileEntry script = lookup.findScript();
        List<FileEntry> programs = inspection.files()
                .entries()
                .stream()
                .filter(file -> isProgram(file) || file.equals(script))
                .toList();
        WriteAccess access = new WriteAccess(inspection.files(), user);
        List<String> writable = programs.stream().filter(access::canChange).map(FileEntry::path).toList();
        if (writable.isEmpty() && (user.isGroupHidden() || lookup.isScriptHidden())) {
            return unknown(HiddenWords.reason(user.isGroupHidden() ? "The group" : "The script in the command"),
                    REMEDY);
        }
        return writable.isEmpty()
                ? pass("The user " + user.uid() + " cannot write or replace any of "
                        + Counts.of(programs.size(), "program file", "program files") + ".")
                : warn("The user " + user.uid() + " can write or replace "
                        + Counts.of(writable.size(), "program file", "program files") + ": " + Paths.listed(writable)
                        + ".", REMEDY);
    }

    private static boolean isProgram(FileEntry file) {
        return file.isExecutable() || file.isSharedLibrary()
                || (file.isFile() && ENDINGS.stream().anyMatch(ending -> file.fileName().endsWith(ending)));
    }
}
