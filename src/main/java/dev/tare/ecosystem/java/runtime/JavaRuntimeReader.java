package dev.tare.ecosystem.java.runtime;

import java.util.ArrayList;
import java.util.List;

import dev.tare.content.Collector;
import dev.tare.content.FilePaths;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.limits.LimitExceededException;

/** Reads the Java runtimes of an image, and decides their kinds by {@code release} and the files beside it. */
public final class JavaRuntimeReader {

    /** Real images have one runtime, or one for each release under test. */
    private static final int MAX_RUNTIMES = 1_000;

    private static final String COMPILER = "jdk.compiler";

    /** The module that requires all others of Java SE. */
    private static final String WHOLE = "java.se";

    /** Files with the classes: one image since Java 9, a jar before. */
    private static final List<String> CLASSES = List.of("lib/modules", "lib/rt.jar", "jre/lib/rt.jar");

    private final CountedTree files;

    private JavaRuntimeReader(CountedTree files) {
        this.files = files;
    }

    /** The collectors whose findings {@link #read(VisibleFindings)} needs. */
    public static List<Collector> collectors() {
        return List.of(new JavaReleaseCollector());
    }

    /** The visible runtimes, ordered by path. */
    public static List<JavaRuntime> read(VisibleFindings findings) {
        List<JavaRuntime> runtimes = new ArrayList<>();
        JavaRuntimeReader reader = new JavaRuntimeReader(findings.files());
        findings.forEach(JavaRelease.class, (file, release) -> {
            if (runtimes.size() == MAX_RUNTIMES) {
                throw LimitExceededException.fixed("java-runtimes", MAX_RUNTIMES, "Java runtimes", null);
            }
            runtimes.add(reader.read(file, release));
        });
        return runtimes;
    }

    private JavaRuntime read(FileEntry release, JavaRelease java) {
        String folder = FilePaths.parent(release.path());
        Judgement judgement = judge(folder, java.modules());
        return new JavaRuntime(folder, java.vendor(), java.version(), java.runtimeVersion(), java.modules(),
                release.layer(), judgement.kind, judgement.because);
    }

    private Judgement judge(String folder, List<String> modules) {
        if (CLASSES.stream().noneMatch(classes -> isThere(folder, classes))) {
            return new Judgement(Kind.UNKNOWN, "it has neither lib/modules nor lib/rt.jar");
        }
        if (isThere(folder, "bin/javac")) {
            return new Judgement(Kind.JDK, "it has bin/javac");
        }
        if (modules.contains(COMPILER)) {
            return new Judgement(Kind.JDK, "it has the module " + COMPILER + ", though no bin/javac");
        }
        return modules.isEmpty() ? withoutModules(folder) : withoutCompiler(modules);
    }

    private Judgement withoutModules(String folder) {
        return isThere(folder, "lib/modules")
                ? new Judgement(Kind.UNKNOWN, "it has no bin/javac, and its release file does not list its modules")
                : new Judgement(Kind.JRE, "it has lib/rt.jar and no bin/javac");
    }

    private static Judgement withoutCompiler(List<String> modules) {
        return modules.contains(WHOLE)
                ? new Judgement(Kind.JRE, "it has the module " + WHOLE + " and neither " + COMPILER + " nor bin/javac")
                : new Judgement(Kind.CUSTOM, "it has neither the module " + WHOLE + " nor " + COMPILER);
    }

    private boolean isThere(String folder, String path) {
        FileEntry file = this.files.resolve(FilePaths.join(folder, path));
        return file != null && file.isFile();
    }

    private record Judgement(Kind kind, String because) {}
}
