package dev.tare.ecosystem.java.runtime;

import java.util.List;

import dev.tare.content.Finding;
import org.jspecify.annotations.Nullable;

/** The content of a Java runtime's {@code release} file. */
record JavaRelease(@Nullable String vendor, String version, @Nullable String runtimeVersion,
        List<String> modules) implements Finding {

    private static final int OVERHEAD = 64;

    public JavaRelease {
        modules = List.copyOf(modules);
    }

    @Override
    public long length() {
        return Finding.lengthOf(this.vendor, this.version, this.runtimeVersion)
                + this.modules.stream().mapToLong(module -> OVERHEAD + module.length()).sum();
    }
}
