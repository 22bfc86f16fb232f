package dev.tare.ecosystem.java;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A Java runtime, as its {@code release} file says.
 *
 * @param path    of the runtime's folder, without a leading slash
 * @param vendor  such as {@code Eclipse Adoptium}, or {@code null} if the file does not say
 * @param version such as {@code 25.0.3}
 * @param runtimeVersion such as {@code 25.0.3+9-LTS}, or {@code null}
 * @param modules in the file's order; empty if the file does not say
 * @param kindBecause what says the kind, in words that follow "as" or "since"
 */
public record JavaRuntime(String path, @Nullable String vendor, String version, @Nullable String runtimeVersion,
        List<String> modules, int layer, Kind kind, String kindBecause) {

    public JavaRuntime {
        modules = List.copyOf(modules);
    }

    /** What a Java runtime is for. */
    public enum Kind {

        /** To build programs, too: it has the compiler. */
        JDK("JDK"),

        /** To run any program: it has all of Java SE and no compiler. */
        JRE("JRE"),

        /** To run certain programs: {@code jlink} made it of fewer modules than Java SE has. */
        CUSTOM("custom runtime"),

        /** Nothing tells. */
        UNKNOWN("runtime of unknown kind");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As people call it. */
        public String title() {
            return this.title;
        }
    }
}
