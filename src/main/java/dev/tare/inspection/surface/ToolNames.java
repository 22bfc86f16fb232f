package dev.tare.inspection.surface;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import static dev.tare.inspection.surface.SurfaceKind.COMPILER;
import static dev.tare.inspection.surface.SurfaceKind.INTERPRETER;
import static dev.tare.inspection.surface.SurfaceKind.NETWORK_TOOL;
import static dev.tare.inspection.surface.SurfaceKind.PACKAGE_MANAGER;
import static dev.tare.inspection.surface.SurfaceKind.PRIVILEGE_TOOL;
import static dev.tare.inspection.surface.SurfaceKind.SHELL;

/**
 * The purposes of programs, by name. The list includes package managers whose packages Tare does not read, so it is not
 * part of the ecosystems.
 */
final class ToolNames {

    private static final Map<String, SurfaceKind> KINDS = new HashMap<>();

    /** The maximum length of a name to match. No tool has a longer name. */
    private static final int MAX_LENGTH = 64;

    /** {@code python3.13} is python, and {@code gcc-14} and {@code x86_64-linux-gnu-gcc-14} are gcc. */
    private static final Pattern VERSIONED = Pattern
            .compile("(?:[a-z0-9_]+-linux-(?:gnu|musl)[a-z0-9]*-)?(.*?)-?\\d*(?:\\.\\d+)*");

    static {
        put(SHELL, "sh bash rbash dash ash zsh ksh ksh93 mksh csh tcsh fish busybox busybox.static toybox pwsh");
        put(PACKAGE_MANAGER, "apt apt-get aptitude dpkg apk rpm dnf microdnf tdnf yum zypper pacman opkg pip npm npx"
                + " yarn pnpm gem conda poetry uv composer");
        put(INTERPRETER, "perl python ruby node nodejs php lua tclsh awk gawk mawk nawk jshell jjs deno bun guile");
        put(NETWORK_TOOL, "curl wget nc ncat netcat nc.openbsd nc.traditional socat ssh scp sftp telnet ftp tftp"
                + " rsync nmap tcpdump dig nslookup host ping ping4 ping6 arping fping hping3 traceroute traceroute6"
                + " tracepath mtr iperf iperf3 whois aria2c lftp lynx w3m");
        put(PRIVILEGE_TOOL, "sudo sudo-rs sudoedit doas pkexec");
        put(COMPILER, "gcc g++ cc c++ clang clang++ cpp as ld go rustc cargo javac jlink jpackage make cmake ninja mvn"
                + " gradle ant sbt bazel git");
    }

    /** Other executable files, such as init scripts and completions, do not have these names. */
    private static final Set<String> UNMISTAKABLE = Set.of("bash", "rbash", "zsh", "ksh93", "mksh", "csh", "tcsh",
            "busybox", "busybox.static", "toybox", "pwsh", "apt-get", "microdnf", "tdnf", "curl", "wget", "ncat",
            "netcat", "nc.openbsd", "nc.traditional", "socat", "nmap", "tcpdump", "doas", "pkexec", "gcc", "g++",
            "clang", "clang++", "rustc", "javac");

    private ToolNames() {}

    /** The purpose of a program with this name in any folder, or {@code null} if other files have the name too. */
    static @Nullable SurfaceKind kindOfUnmistakable(String program) {
        return UNMISTAKABLE.contains(program) ? KINDS.get(program) : null;
    }

    static @Nullable SurfaceKind kindOf(String program) {
        SurfaceKind kind = KINDS.get(program);
        if (kind != null || program.length() > MAX_LENGTH) {
            return kind;
        }
        Matcher versioned = VERSIONED.matcher(program);
        return versioned.matches() ? KINDS.get(versioned.group(1)) : null;
    }

    private static void put(SurfaceKind kind, String names) {
        for (String name : names.split(" ")) {
            KINDS.put(name, kind);
        }
    }
}
