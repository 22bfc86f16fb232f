package dev.tare.policy.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceItem;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.wording.Words;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

/** Checks that the image's surface has nothing of some kinds: one class for all of them, one row for each. */
final class AbsentSurface extends Check {

    /** Checks that the build leaves nothing behind. */
    static final List<AbsentSurface> LEFTOVERS = List.of(
            new AbsentSurface("no-package-cache", "Keeps no installer cache",
                    "No cache of a package manager or installer is left in the files: of the system, in a home or where the "
                            + "container starts.",
                    "A cache is pulled and stored with the image and never used by the program.",
                    "Install and clean in one step, or build in another image and copy the result.",
                    List.of(SurfaceKind.PACKAGE_CACHE), "CIS-DI-0007", "DKL-DI-0004", "DKL-DI-0005"),
            new AbsentSurface("no-build-tools", "Keeps no leftovers of the build",
                    "No compiler or build tool is in the files, by its name.",
                    "What builds the program is not needed to run it, and helps whoever breaks in.",
                    "Build in another image and copy the result.", List.of(SurfaceKind.COMPILER)),
            new AbsentSurface("no-stray-files", "Keeps nothing by accident",
                    "No repository, build description, editor's or cloud tool's file, shell history or crash dump is in the "
                            + "files, unless a package brought it.",
                    "Such files come along by accident, and tell more than the program needs and you want to say.",
                    "List them in .dockerignore, or copy what is needed by name.", List.of(SurfaceKind.STRAY_FILE),
                    "DKL-LI-0003"));

    /** Checks that nothing helps an intruder. */
    static final List<AbsentSurface> TOOLS = List.of(
            new AbsentSurface("no-shell", "Has no shell", "No shell is in the files, by its name.",
                    "Whoever can make the program start a command has no shell to do it with.",
                    "Take a base without a shell, such as a distroless one.", List.of(SurfaceKind.SHELL)),
            new AbsentSurface("no-package-manager", "Has no package manager",
                    "No package manager is in the files, by its name.",
                    "Software that nobody inspected cannot be installed into a running container.",
                    "Take a base without a package manager, such as a distroless one.",
                    List.of(SurfaceKind.PACKAGE_MANAGER)),
            new AbsentSurface("no-network-tools", "Has no network tools",
                    "No tool that fetches from or connects to other hosts is in the files, by its name.",
                    "Such tools bring further software in and data out.",
                    "Leave the tools out, and debug with an ephemeral container.", List.of(SurfaceKind.NETWORK_TOOL)),
            new AbsentSurface("no-sudo", "Has no sudo",
                    "No tool that gives root's rights is in the files, by its name.",
                    "A container needs root for nothing, so such a tool serves only whoever breaks in.",
                    "Leave it out, and do what needs root while the image is built.",
                    List.of(SurfaceKind.PRIVILEGE_TOOL), "DKL-DI-0001"),
            new AbsentSurface("no-setuid", "Has no setuid or setgid files",
                    "No file runs with the rights of its owner or group.",
                    "An error in such a file gives its owner's rights, mostly root's, to whoever runs it.",
                    "Clear the bits (chmod a-s), or leave the files out.",
                    List.of(SurfaceKind.SETUID, SurfaceKind.SETGID),
                    "CIS-DI-0008"),
            new AbsentSurface("no-file-capabilities", "Has no files with capabilities",
                    "No file gives whoever starts it capabilities.",
                    "Capabilities are parts of root's rights, and who may not gain any cannot start the file at all.",
                    "Remove them (setcap -r); a port below 1024 needs none in a container with its own network.",
                    List.of(SurfaceKind.FILE_CAPABILITIES)),
            new AbsentSurface("no-world-writable", "Has no world-writable paths",
                    "No file, and no folder without the sticky bit, is writable for everybody.",
                    "What everybody may write can be replaced by any process in the container.",
                    "Take the right away (chmod o-w), or set the sticky bit of shared folders (chmod +t).",
                    List.of(SurfaceKind.WORLD_WRITABLE)));

    private final String remedy;

    private final List<SurfaceKind> kinds;

    private AbsentSurface(String id, String title, String requirement, String why, String remedy,
            List<SurfaceKind> kinds,
            String... equivalents) {
        super(id, title, requirement, why, equivalents);
        this.remedy = remedy;
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        List<SurfaceItem> found = this.kinds.stream().flatMap(kind -> inspection.surface().of(kind).stream()).toList();
        if (found.isEmpty()) {
            return pass("None of the " + Words.count(inspection.files().size(), "path", "paths") + " is one of the "
                    + this.kinds.stream().map(SurfaceKind::title).collect(joining(" or ")) + ".");
        }
        List<String> evidence = Stream
                .concat(this.kinds.stream().flatMap(kind -> paths(inspection, kind)), bytes(inspection, found))
                .toList();
        return CheckFinding.masked(this, Verdict.FAIL, evidence, this.remedy);
    }

    private static Stream<String> paths(Inspection inspection, SurfaceKind kind) {
        List<SurfaceItem> items = inspection.surface().of(kind);
        return items.isEmpty() ? Stream.of()
                : Stream.of(Words.capitalised(kind.title()) + " (" + Words.number(items.size()) + "): "
                        + Paths.listed(items.stream().map(SurfaceItem::path).toList()) + ".");
    }

    private static Stream<String> bytes(Inspection inspection, List<SurfaceItem> items) {
        Set<String> paths = items.stream().map(SurfaceItem::path).collect(toSet());
        long bytes = Paths.bytesAt(inspection.files(), paths);
        return bytes == 0 ? Stream.of() : Stream.of("They take " + Words.bytes(bytes) + ".");
    }
}
