package dev.tare.image;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The operating system and processor of an image, with the names of the Go toolchain as the specification requires.
 *
 * @param os           such as {@code linux}
 * @param architecture such as {@code amd64} or {@code arm64}
 * @param variant      such as {@code v8}, or {@code null}
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md">OCI image specification,
 *      image index</a>
 */
public record Platform(String os, String architecture, @Nullable String variant) {

    private static final Map<String, String> USUAL_VARIANTS = Map.of("amd64", "v1", "arm64", "v8", "arm", "v7");

    /**
     * Parses {@code os/architecture} or {@code os/architecture/variant}.
     *
     * @throws InvalidValueException if the text has another form
     */
    public static Platform parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3 || text.isBlank() || text.startsWith("/") || text.endsWith("/")) {
            throw new InvalidValueException("platform", text, "os/architecture or os/architecture/variant");
        }
        return new Platform(parts[0], parts[1], parts.length == 3 ? parts[2] : null);
    }

    /** Linux on this machine's processor, the platform of a container here. */
    public static Platform ofThisMachine() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return new Platform("linux", switch (arch) {
            case "x86_64", "amd64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> arch;
        }, null);
    }

    /** Whether containers of the image run on Linux. */
    public boolean isLinux() {
        return this.os.equals("linux");
    }

    /** Whether containers of the image run on Windows. */
    public boolean isWindows() {
        return this.os.equals("windows");
    }

    /**
     * Whether an image for the {@code other} platform satisfies a request for this one. The default variant of an
     * architecture may be left out.
     */
    public boolean accepts(Platform other) {
        return this.os.equals(other.os) && this.architecture.equals(other.architecture)
                && (this.variant == null || Objects.equals(normalVariant(), other.normalVariant()));
    }

    private @Nullable String normalVariant() {
        return Objects.equals(this.variant, USUAL_VARIANTS.get(this.architecture)) ? null : this.variant;
    }

    @Override
    public String toString() {
        return this.os + "/" + this.architecture + (this.variant == null ? "" : "/" + this.variant);
    }
}
