package dev.tare.ecosystem.java.runtime;

import java.util.List;

import dev.tare.ecosystem.Installed;
import org.jspecify.annotations.Nullable;

/**
 * A Java runtime, described by its {@code release} file.
 *
 * @param path           of the runtime's folder, without a leading slash
 * @param vendor         such as {@code Eclipse Adoptium}; {@code null} if the file does not state it
 * @param version        such as {@code 25.0.3}
 * @param runtimeVersion such as {@code 25.0.3+9-LTS}; {@code null} if the file does not state it
 * @param modules        in the file's order; empty if the file does not list them
 * @param kindBecause    evidence for the kind, in words that follow "as" or "since"
 */
public record JavaRuntime(String path, @Nullable String vendor, String version, @Nullable String runtimeVersion,
        List<String> modules, int layer, Kind kind, String kindBecause) implements Installed {

    public JavaRuntime {
        modules = List.copyOf(modules);
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
