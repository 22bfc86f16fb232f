package dev.tare.inspection;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.apk.ApkEcosystem;
import dev.tare.ecosystem.conda.CondaEcosystem;
import dev.tare.ecosystem.dotnet.DotnetEcosystem;
import dev.tare.ecosystem.dpkg.DpkgEcosystem;
import dev.tare.ecosystem.executable.ExecutableEcosystem;
import dev.tare.ecosystem.go.GoEcosystem;
import dev.tare.ecosystem.java.JavaEcosystem;
import dev.tare.ecosystem.node.NodeEcosystem;
import dev.tare.ecosystem.php.PhpEcosystem;
import dev.tare.ecosystem.python.PythonEcosystem;
import dev.tare.ecosystem.rpm.RpmEcosystem;
import dev.tare.ecosystem.ruby.RubyEcosystem;
import dev.tare.ecosystem.rust.RustEcosystem;

/** The list of all ecosystems that Tare supports. */
public final class Ecosystems {

    /** If packages of two ecosystems list the same file, the package of the first ecosystem owns it. */
    public static final List<Ecosystem> ALL = List.of(
            new DpkgEcosystem(),
            new ApkEcosystem(),
            new RpmEcosystem(),
            new GoEcosystem(),
            new RustEcosystem(),
            new JavaEcosystem(),
            new NodeEcosystem(),
            new RubyEcosystem(),
            new PythonEcosystem(),
            new DotnetEcosystem(),
            new PhpEcosystem(),
            new CondaEcosystem(),
            new ExecutableEcosystem());

    private static final Map<String, Ecosystem> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Ecosystem::id, Function.identity()));

    private Ecosystems() {}

    /** Whether a path is in a folder that contains only files of packages of one of the languages. */
    static boolean isPackaged(String path) {
        return ALL.stream().anyMatch(ecosystem -> ecosystem.isPackaged(path));
    }

    /** Whether a reader is an ecosystem of this kind. */
    static boolean isOf(Ecosystem.Kind kind, String reader) {
        Ecosystem ecosystem = BY_ID.get(reader);
        return ecosystem != null && ecosystem.kind() == kind;
    }

    /** Whether a path is in a folder in which a package manager keeps its downloads. */
    static boolean isCached(String path) {
        return ALL.stream().flatMap(ecosystem -> ecosystem.caches().stream()).anyMatch(cache -> cache.mayContain(path));
    }

    /** @throws IllegalArgumentException if no ecosystem has this id */
    public static Ecosystem of(String id) {
        Ecosystem ecosystem = BY_ID.get(id);
        if (ecosystem == null) {
            throw new IllegalArgumentException("No ecosystem has the id \"" + id + "\"");
        }
        return ecosystem;
    }
}
