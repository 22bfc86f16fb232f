package dev.tare.ecosystem.java;

import java.util.List;

import dev.tare.content.FilePaths;
import dev.tare.ecosystem.java.JavaRuntime.Kind;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;

/** Decides the kind of a Java runtime by its {@code release} file and the files beside it. */
final class JavaRuntimeReader {

    private static final String COMPILER = "jdk.compiler";

    /** The module that requires all others of Java SE. */
    private static final String WHOLE = "java.se";

    /** Files with the classes: one image since Java 9, a jar before. */
    private static final List<String> CLASSES = List.of("lib/modules", "lib/rt.jar", "jre/lib/rt.jar");

    private final CountedTree files;

    JavaRuntimeReader(CountedTree files) {
        this.files = files;
    }

    JavaRuntime read(FileEntry release, JavaRelease java) {
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
