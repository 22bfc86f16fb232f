package dev.tare.ecosystem.java.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The facts that one file of a Java runtime states about it. The keys are those of the {@code release} file, whichever
 * file states the fact.
 */
record RuntimeFacts(RuntimeSource source, Map<String, String> values, List<String> modules) implements Finding {

    /** Such as {@code 25.0.3} or {@code 1.8.0_131}. */
    static final String VERSION = "JAVA_VERSION";

    /** Such as {@code 25.0.3+9-LTS}. */
    static final String RUNTIME_VERSION = "JAVA_RUNTIME_VERSION";

    /** The same in files of Temurin, Semeru and others for Java 8. */
    static final String FULL_VERSION = "FULL_VERSION";

    static final String VENDOR = "IMPLEMENTOR";

    /** Such as {@code Temurin-25.0.3+9}. */
    static final String PRODUCT_VERSION = "IMPLEMENTOR_VERSION";

    /** {@code OpenJDK Runtime Environment}, or another name for commercial products. */
    static final String RUNTIME_NAME = "JAVA_RUNTIME_NAME";

    /** {@code openjdk}, or {@code java} for commercial products. */
    static final String LAUNCHER = "LAUNCHER";

    /** {@code commercial} for the Oracle JDK. */
    static final String BUILD_TYPE = "BUILD_TYPE";

    static final String GRAALVM_VERSION = "GRAALVM_VERSION";

    static final String VM_VARIANT = "JVM_VARIANT";

    static final String VM_VERSION = "JVM_VERSION";

    /** Revisions of the sources, such as {@code OpenJDK:34df42439f3 OpenJ9:1851b0074}. */
    static final String SOURCES = "SOURCE";

    private static final Set<String> KEYS = Set.of(VERSION, RUNTIME_VERSION, FULL_VERSION, VENDOR, PRODUCT_VERSION,
            RUNTIME_NAME, LAUNCHER, BUILD_TYPE, GRAALVM_VERSION, VM_VARIANT, VM_VERSION, SOURCES);

    /** A text that builds without a vendor have. */
    private static final String NONE = "N/A";

    /** A version, and perhaps a build number and more. */
    private static final Pattern FULL = Pattern.compile("(\\d+(?:\\.\\d+)*(?:_\\d+)?)(?:[-+][\\w.+-]*)?");

    private static final int OVERHEAD = 64;

    RuntimeFacts {
        Map<String, String> known = new LinkedHashMap<>(values);
        known.keySet().retainAll(KEYS);
        known.values().removeIf(value -> value.isBlank() || value.equals(NONE));
        values = Map.copyOf(known);
        modules = List.copyOf(modules);
    }

    RuntimeFacts(RuntimeSource source, Map<String, String> values) {
        this(source, values, List.of());
    }

    @Nullable
    String get(String key) {
        return this.values.get(key);
    }

    /** The version, or the part of another version in front of its build number. */
    @Nullable
    String version() {
        String version = get(VERSION);
        if (version == null) {
            String runtime = get(RUNTIME_VERSION);
            return runtime == null ? null : versionOf(runtime);
        }
        return version;
    }

    /** The version with its build number. A full version of another version is ignored. */
    @Nullable
    String runtimeVersion() {
        String runtime = get(RUNTIME_VERSION);
        String full = get(FULL_VERSION);
        return runtime == null && full != null && (get(VERSION) == null || full.startsWith(get(VERSION) + "+")
                || full.startsWith(get(VERSION) + "-")) ? full : runtime;
    }

    /** {@code 1.8.0_352} for {@code 1.8.0_352-b08}; {@code null} if the text is no version. */
    static @Nullable String versionOf(String text) {
        Matcher matcher = FULL.matcher(text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    @Override
    public long length() {
        return this.values.values().stream().mapToLong(value -> OVERHEAD + value.length()).sum()
                + this.modules.stream().mapToLong(module -> OVERHEAD + module.length()).sum();
    }
}
