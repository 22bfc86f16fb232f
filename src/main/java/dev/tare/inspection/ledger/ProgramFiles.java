package dev.tare.inspection.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.content.FilePaths;
import dev.tare.content.NativeCode;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.filetree.Inode;
import org.jspecify.annotations.Nullable;

/** Executables that no package lists, with the versions that they state. */
final class ProgramFiles {

    /** Smaller ones are often scripts, and all files of some applications are executable. */
    private static final long LEAST_SIZE = 64 * 1024;

    private static final int MOST_FOLDERS = 2;

    private static final List<String> ECOSYSTEMS = List.of("binary", "go", "cargo", "java");

    private final Map<String, LanguagePackage> known = new HashMap<>();

    ProgramFiles(List<LanguagePackage> packages) {
        for (LanguagePackage one : packages) {
            if (one.owner() == null && ECOSYSTEMS.contains(one.manager()) && !one.name().equals("stdlib")) {
                this.known.merge(one.path(), one, ProgramFiles::better);
            }
        }
    }

    /** The main module of Go comes first. The version of a program is better evidence. */
    private static LanguagePackage better(LanguagePackage one, LanguagePackage other) {
        return ECOSYSTEMS.indexOf(other.manager()) < ECOSYSTEMS.indexOf(one.manager()) ? other : one;
    }

    /** The program at a path, or {@code null}. */
    @Nullable
    Ownership of(String path, Inode file) {
        LanguagePackage program = this.known.get(path);
        if (program == null) {
            return isProgram(path, file) ? program(path, null) : null;
        }
        boolean states = ECOSYSTEMS.indexOf(program.manager()) <= 1 || program.name().equals(FilePaths.name(path));
        return program(path, states ? program.version() : null);
    }

    private static Ownership program(String path, @Nullable String version) {
        String name = FilePaths.name(path);
        return new Ownership(Chapter.PROGRAMS, name, name, version);
    }

    private static boolean isProgram(String path, Inode file) {
        return file.size() >= LEAST_SIZE && NativeCode.isExecutable(file.attributes().mode())
                && !NativeCode.isSharedLibrary(path)
                && (FilePaths.isIn(path, "bin") || FilePaths.isIn(path, "sbin")
                        || path.chars().filter(character -> character == '/').count() <= MOST_FOLDERS);
    }
}
