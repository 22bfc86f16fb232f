package dev.tare.policy.check;

import java.util.List;

import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.wording.Words;

/** Checks that the program's user can neither write nor replace the program's files. */
final class EntrypointNotWritable extends Check {

    private static final List<String> ENDINGS = List.of(".jar", ".war", ".class", ".py", ".pyc", ".js", ".mjs", ".cjs",
            ".rb", ".php", ".dll");

    private static final String REMEDY = "Copy the program without giving it to the user that runs it (no --chown), "
            + "and give that user folders of its own for what it writes.";

    EntrypointNotWritable() {
        super("entrypoint-not-writable", "Cannot change its own program",
                "No executable, library, jar, class or script, none that the command gives to an interpreter, and no "
                        + "folder above one, can be written or replaced by the user that the config names or by its "
                        + "groups.",
                "Whoever takes over the process could otherwise change the program, and stay.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        RunUser user = RunUser.of(inspection);
        if (user.isRoot()) {
            return notApplicable("The program runs as root, who may write everything.");
        }
        if (user.isHidden()) {
            return unknown(HiddenWords.reason("The user"), REMEDY);
        }
        if (user.uid() == null) {
            return unknown("Nothing says which number the user \"" + user.user() + "\" has.",
                    "Set the user's number.");
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
            return unknown(HiddenWords.reason(user.isGroupHidden() ? "The group" : "The script that the command names"),
                    REMEDY);
        }
        return writable.isEmpty()
                ? pass("None of " + Words.count(programs.size(), "program file", "program files")
                        + " can be written by the user " + user.uid() + ".")
                : warn("The user " + user.uid() + " can write or replace "
                        + Words.count(writable.size(), "program file", "program files") + ": " + Paths.listed(writable)
                        + ".", REMEDY);
    }

    private static boolean isProgram(FileEntry file) {
        return file.isExecutable() || file.isSharedLibrary()
                || (file.isFile() && ENDINGS.stream().anyMatch(ending -> file.fileName().endsWith(ending)));
    }
}
