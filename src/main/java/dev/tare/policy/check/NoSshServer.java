package dev.tare.policy.check;

import java.util.List;
import java.util.Set;

import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.wording.Counts;

/**
 * Checks that a container has no SSH server.
 *
 * @see <a href="https://www.cisecurity.org/benchmark/docker">CIS Docker Benchmark, sshd is not run within containers</a>
 */
final class NoSshServer extends Check {

    private static final Set<String> SERVERS = Set.of("sshd", "dropbear", "dropbearmulti", "tinysshd");

    private static final Set<String> PORTS = Set.of("22", "22/tcp");

    NoSshServer() {
        super("no-ssh-server", "No SSH server",
                "No executable file has the name of an SSH server, and the config does not expose port 22.",
                "An SSH server has its own keys and passwords. Docker and Kubernetes can open a shell without an SSH server.");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        List<String> servers = inspection.files()
                .entries()
                .stream()
                .filter(file -> file.isExecutable() && SERVERS.contains(file.fileName()))
                .map(FileEntry::path)
                .toList();
        if (!servers.isEmpty()) {
            return fail("SSH servers (" + Counts.of(servers.size()) + "): " + Paths.listed(servers) + ".",
                    "Remove the server, and use docker exec or kubectl exec.");
        }
        return inspection.image().config().container().exposedPorts().stream().anyMatch(PORTS::contains)
                ? warn("The config exposes port 22, although Tare found no SSH server.",
                        "Do not expose port 22. If the program needs it, waive this check.")
                : pass("Tare searched " + Counts.of(inspection.files().size(), "path", "paths")
                        + " and found no SSH servers. The config does not expose port 22.");
    }
}
