package dev.tare.ecosystem.java.runtime;

import java.util.List;

import dev.tare.ecosystem.Installed;
import org.jspecify.annotations.Nullable;

/**
 * A Java runtime, described by its {@code release} file or by the files with its classes.
 *
 * @param path        of the runtime's folder, without a leading slash
 * @param build       product and version
 * @param modules     in the order of the {@code release} file; empty if no such file lists them
 * @param kindBecause evidence for the kind, in words that follow "as" or "since"
 * @param classes     path of the file with the classes, without a leading slash; {@code null} without them
 * @param osPackage   the operating system package that owns the runtime; {@code null} if none does
 */
public record JavaRuntime(String path, JavaBuild build, List<String> modules, int layer, Kind kind,
        String kindBecause, @Nullable String classes, @Nullable String osPackage) implements Installed {

    public JavaRuntime {
        modules = List.copyOf(modules);
    }

    /** The same runtime with the package that owns it. */
    public JavaRuntime ownedBy(@Nullable String owner) {
        return new JavaRuntime(this.path, this.build, this.modules, this.layer, this.kind, this.kindBecause,
                this.classes, owner);
    }

    /** The purpose of a Java runtime. */
    public enum Kind {

        /** Runs and builds programs: it has the compiler. */
        JDK("JDK"),

        /** Runs any program: it has all of Java SE and no compiler. */
        JRE("JRE"),

        /** Runs certain programs: {@code jlink} built it from fewer modules than Java SE has. */
        CUSTOM("custom runtime"),

        /** There is no evidence for any kind. */
        UNKNOWN("runtime of unknown kind");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The display name. */
        public String title() {
            return this.title;
        }
    }
}
