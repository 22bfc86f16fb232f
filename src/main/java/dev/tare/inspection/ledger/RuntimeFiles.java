package dev.tare.inspection.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.content.FilePaths;
import dev.tare.content.NativeCode;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import org.jspecify.annotations.Nullable;

/** The files of Java runtimes: those in their folders, and other files of the packages that own them. */
final class RuntimeFiles {

    private static final String OTHERS = "Commands, configuration and data";

    private static final String CERTIFICATES = "lib/security/cacerts";

    private final FolderMap<JavaRuntime> folders = new FolderMap<>();

    private final Map<String, JavaRuntime> classes = new HashMap<>();

    private final Set<String> packages = new HashSet<>();

    RuntimeFiles(List<JavaRuntime> runtimes) {
        for (JavaRuntime runtime : runtimes) {
            this.folders.add(runtime.path(), runtime);
            if (runtime.classes() != null) {
                this.classes.put(runtime.classes(), runtime);
            }
            if (runtime.osPackage() != null) {
                this.packages.add(runtime.osPackage());
            }
        }
    }

    /** The owner of a file in a runtime's folder, or {@code null}. */
    @Nullable
    Ownership of(String path) {
        JavaRuntime module = this.classes.get(path);
        if (module != null) {
            return owned("Module image", module);
        }
        JavaRuntime runtime = this.folders.ownerOf(path);
        return runtime == null ? null : owned(line(path.substring(runtime.path().length() + 1)), runtime);
    }

    /** Whether a package of the operating system owns a runtime. */
    boolean isPackage(@Nullable String osPackage) {
        return this.packages.contains(osPackage);
    }

    private static Ownership owned(String line, JavaRuntime runtime) {
        Chapter chapter = line.equals(Rules.TRUST_STORE) ? Chapter.CERTIFICATES : Chapter.JAVA_RUNTIME;
        return new Ownership(chapter, line, runtime.build().title(), runtime.build().fullVersion());
    }

    private static String line(String path) {
        if (path.equals(CERTIFICATES) || path.equals("jre/" + CERTIFICATES)) {
            return Rules.TRUST_STORE;
        }
        if (path.endsWith(".jsa")) {
            return "CDS archives";
        }
        if (NativeCode.isSharedLibrary(path)) {
            return "Native libraries";
        }
        return path.startsWith("jmods/") ? "Modules for jlink"
                : FilePaths.isNamed(path, "src.zip") ? "Source code of Java"
                : OTHERS;
    }
}
