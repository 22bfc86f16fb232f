package dev.tare.ecosystem.java.runtime;

import java.util.List;
import java.util.regex.Pattern;

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

    static final String NO_JAVAC = "no bin/javac";

    /** Packages of Debian, Alpine and vendors, and those of RPM distributions, where JDKs are named {@code devel}. */
    private static final Pattern JRE_PACKAGE = Pattern.compile("jre(?![a-z])|^java-.*-headless$");

    public JavaRuntime {
        modules = List.copyOf(modules);
    }

    /**
     * The same runtime with the package that owns it. The runtimes of distributions have all modules, also that of the
     * compiler. Without its command, they are JREs if the package is one.
     */
    public JavaRuntime ownedBy(@Nullable String owner) {
        boolean isJre = owner != null && this.kindBecause.contains(NO_JAVAC) && JRE_PACKAGE.matcher(owner).find();
        return new JavaRuntime(this.path, this.build, this.modules, this.layer, isJre ? Kind.JRE : this.kind,
                isJre ? "it has " + NO_JAVAC + ", and its package " + owner + " is a JRE" : this.kindBecause,
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
