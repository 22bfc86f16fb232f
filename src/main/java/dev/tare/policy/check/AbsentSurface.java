package dev.tare.policy.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceItem;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;
import dev.tare.wording.Words;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

/** Checks that the surface has no items of some kinds. Each instance checks other kinds. */
final class AbsentSurface extends Check {

    /** Checks for leftovers of the build. */
    static final List<AbsentSurface> LEFTOVERS = List.of(
            new AbsentSurface("no-package-cache", "No package manager cache",
                    "No cache of a package manager or installer is in a system folder, a home folder or the working "
                            + "directory.",
                    "Every pull downloads the cache, although the program never uses it.",
                    "Install and clean up in one step, or build in a separate stage and copy the result.",
                    List.of(SurfaceKind.PACKAGE_CACHE), "CIS-DI-0007", "DKL-DI-0004", "DKL-DI-0005"),
            new AbsentSurface("no-build-tools", "No build tools",
                    "No executable file has the name of a compiler or build tool.",
                    "The application does not need build tools at run time, but attackers can use them.",
                    "Build in a separate stage and copy the result.", List.of(SurfaceKind.COMPILER)),
            new AbsentSurface("no-stray-files", "No stray files",
                    "The image has no Git repository, Dockerfile, build file, file of an editor or cloud tool, shell history "
                            + "or crash dump. Files of packages do not count.",
                    "Such files get into images by accident, and can reveal more than you intend.",
                    "List the files in .dockerignore, or copy only the files that you need.",
                    List.of(SurfaceKind.STRAY_FILE),
                    "DKL-LI-0003"));

    /** Checks for files that help an attacker. */
    static final List<AbsentSurface> TOOLS = List.of(
            new AbsentSurface("no-shell", "No shell", "No executable file has the name of a shell.",
                    "Without a shell, an attacker cannot make the program run shell commands.",
                    "Use a base image without a shell, such as a distroless image.", List.of(SurfaceKind.SHELL)),
            new AbsentSurface("no-package-manager", "No package manager",
                    "No executable file has the name of a package manager.",
                    "A package manager can install software that nobody inspected into a running container.",
                    "Use a base image without a package manager, such as a distroless image.",
                    List.of(SurfaceKind.PACKAGE_MANAGER)),
            new AbsentSurface("no-network-tools", "No network tools",
                    "No executable file has the name of a tool that downloads from other hosts or connects to them.",
                    "Attackers use such tools to download software and to send data out.",
                    "Remove the tools, and debug with an ephemeral container.", List.of(SurfaceKind.NETWORK_TOOL)),
            new AbsentSurface("no-sudo", "No sudo",
                    "No executable file has the name of a tool that grants root rights, such as sudo or doas.",
                    "The application should not need root rights at run time, so these tools only help attackers.",
                    "Remove the tool, and run the steps that need root rights during the build.",
                    List.of(SurfaceKind.PRIVILEGE_TOOL), "DKL-DI-0001"),
            new AbsentSurface("no-setuid", "No setuid or setgid files",
                    "No file has the setuid or setgid bit.",
                    "A flaw in one of these files gives its caller the rights of the owner, usually root, or of the group.",
                    "Clear the bits (chmod a-s), or remove the files.",
                    List.of(SurfaceKind.SETUID, SurfaceKind.SETGID),
                    "CIS-DI-0008"),
            new AbsentSurface("no-file-capabilities", "No file capabilities",
                    "No file grants capabilities to the process that starts it.",
                    "Capabilities are parts of root's rights, so an attacker can use the file to gain them. If the container "
                            + "lacks the capabilities, the file may not start.",
                    "Remove the capabilities (setcap -r). A port below 1024 needs none in a container with its own "
                            + "network.",
                    List.of(SurfaceKind.FILE_CAPABILITIES)),
            new AbsentSurface("no-world-writable", "No world-writable paths",
                    "No file, and no folder without the sticky bit, is writable for all users.",
                    "Any process in the container can change such files, and replace files in such folders.",
                    "Remove the permission (chmod o-w), or set the sticky bit of shared folders (chmod +t).",
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
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        List<SurfaceItem> found = this.kinds.stream().flatMap(kind -> inspection.surface().of(kind).stream()).toList();
        if (found.isEmpty()) {
            return pass("Tare searched " + Counts.of(inspection.files().size(), "path", "paths") + " and found no "
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
                : Stream.of(Words.capitalised(kind.title()) + " (" + Counts.of(items.size()) + "): "
                        + Paths.listed(items.stream().map(SurfaceItem::path).toList()) + ".");
    }

    private static Stream<String> bytes(Inspection inspection, List<SurfaceItem> items) {
        Set<String> paths = items.stream().map(SurfaceItem::path).collect(toSet());
        long bytes = Paths.bytesAt(inspection.files(), paths);
        return bytes == 0 ? Stream.of() : Stream.of("Total size: " + Bytes.exact(bytes) + ".");
    }
}
