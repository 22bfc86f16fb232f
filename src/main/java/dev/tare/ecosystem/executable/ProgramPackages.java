package dev.tare.ecosystem.executable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.ecosystem.LanguagePackage;
import org.jspecify.annotations.Nullable;

/**
 * The packages of languages that contain programs.
 *
 * <ul>
 * <li>A package from the same file with the same name and version, such as a crate.
 * <li>The main module of Go in the same file, if it has the same version, no version of its own, or the name of the
 * program in its path.
 * <li>A Node package in {@code node_modules} whose folder contains the file, if its name contains that of the program
 * and it has the same version: {@code @oven/bun-linux-x64}.
 * </ul>
 */
final class ProgramPackages {

    private static final String GO = "go";

    private static final String GO_LIBRARY = "stdlib";

    /** The version of a Go module whose repository has no tag. */
    private static final String NO_TAG = "v0.0.0-";

    private static final String NODE = "npm";

    private static final String NODE_MODULES = "node_modules/";

    private static final String PACKAGE_FILE = "package.json";

    private final Map<String, LanguagePackage> programs = new HashMap<>();

    /** By the path of the program. */
    private final Map<String, LanguagePackage> modules = new HashMap<>();

    private final Set<Place> inFiles = new HashSet<>();

    /** The names of Node packages by their folder and version. */
    private final Map<String, LanguagePackage> folders = new HashMap<>();

    private ProgramPackages() {}

    boolean contain(LanguagePackage program) {
        LanguagePackage module = this.modules.get(program.path());
        return (module != null && isOf(program, module))
                || this.inFiles.contains(new Place(program.path(), program.name(), program.version()))
                || isInFolder(program);
    }

    /** The package, or the main module of a program with the program's version, if the module has no version. */
    LanguagePackage withVersion(LanguagePackage one) {
        LanguagePackage program = this.programs.get(one.path());
        return program != null && hasNoVersion(one) && one.equals(this.modules.get(one.path()))
                ? new LanguagePackage(one.manager(), one.name(), "v" + program.version(), one.path(), one.layer(),
                        one.licenses(), one.isBundled(), one.owner())
                : one;
    }

    private static boolean isOf(LanguagePackage program, LanguagePackage module) {
        return hasNoVersion(module)
                || release(module.version()).equals("v" + release(program.version()))
                || List.of(module.name().split("/")).contains(program.name());
    }

    private static boolean hasNoVersion(LanguagePackage module) {
        return module.version() == null || module.version().startsWith(NO_TAG);
    }

    /** The version without build metadata such as {@code +dirty} and {@code +incompatible}. */
    private static String release(@Nullable String version) {
        String text = String.valueOf(version);
        int plus = text.indexOf('+');
        return plus < 0 ? text : text.substring(0, plus);
    }

    private boolean isInFolder(LanguagePackage program) {
        String path = program.path();
        for (int at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
            LanguagePackage node = this.folders.get(path.substring(0, at + 1));
            if (node != null
                    && node.name().contains(program.name())
                    && String.valueOf(program.version()).equals(node.version())) {
                return true;
            }
        }
        return false;
    }

    private void add(LanguagePackage one) {
        String path = one.path();
        if (this.programs.containsKey(path)) {
            this.inFiles.add(new Place(path, one.name(), one.version()));
            if (one.manager().equals(GO) && !one.name().equals(GO_LIBRARY)) {
                this.modules.putIfAbsent(path, one);
            }
        }
        if (one.manager().equals(NODE) && path.contains(NODE_MODULES) && path.endsWith(PACKAGE_FILE)) {
            this.folders.put(path.substring(0, path.length() - PACKAGE_FILE.length()), one);
        }
    }

    /**
     * @param programs each from another file
     * @param packages those of each file in the order of the file, which has the main module of Go first
     */
    static ProgramPackages of(List<LanguagePackage> programs, List<LanguagePackage> packages) {
        ProgramPackages found = new ProgramPackages();
        programs.forEach(one -> found.programs.put(one.path(), one));
        packages.forEach(found::add);
        return found;
    }

    private record Place(String path, String name, @Nullable String version) {}
}
