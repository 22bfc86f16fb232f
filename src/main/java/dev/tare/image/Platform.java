package dev.tare.image;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /** The platform of most images that have none for this machine. */
    private static final Platform USUAL = new Platform("linux", "amd64", null);

    private static final Map<String, String> USUAL_VARIANTS = Map.of("amd64", "v1", "arm64", "v8", "arm", "v7");

    /**
     * Parses {@code os/architecture} or {@code os/architecture/variant}. The architectures {@code x86_64} and {@code
     * aarch64} are {@code amd64} and {@code arm64}.
     *
     * @throws InvalidValueException if the text has another form
     */
    public static Platform parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3 || Stream.of(parts).anyMatch(String::isBlank)) {
            throw new InvalidValueException("platform", text, "os/architecture or os/architecture/variant");
        }
        return new Platform(parts[0], architecture(parts[1]), parts.length == 3 ? parts[2] : null);
    }

    /** Linux on this machine's processor, the platform of a container here. */
    public static Platform ofThisMachine() {
        return new Platform("linux", architecture(System.getProperty("os.arch").toLowerCase(Locale.ROOT)), null);
    }

    /**
     * Selects one of the images of an index: the first for the wanted platform. If no platform is wanted, the only image,
     * or else the first for {@link #ofThisMachine()}, or else the first for linux/amd64.
     *
     * @param wanted   {@code null} for the default
     * @param platform the platform of an image, or {@code null} if it has none
     */
    public static <T> Optional<T> select(@Nullable Platform wanted, List<T> images,
            Function<T, @Nullable Platform> platform) {
        return select(wanted, ofThisMachine(), images, platform);
    }

    static <T> Optional<T> select(@Nullable Platform wanted, Platform local, List<T> images,
            Function<T, @Nullable Platform> platform) {
        if (wanted != null) {
            return wanted.first(images, platform);
        }
        return images.size() == 1 ? Optional.of(images.getFirst())
                : local.first(images, platform).or(() -> USUAL.first(images, platform));
    }

    /** Whether containers of the image run on Linux. */
    public boolean isLinux() {
        return this.os.equals("linux");
    }

    /** Whether an index states that an entry is for no platform, as for attestations. */
    public boolean isUnknown() {
        return this.os.equals("unknown");
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

    /** Whether both are one platform. The default variant of an architecture may be left out. */
    public boolean isSame(Platform other) {
        return this.os.equals(other.os) && this.architecture.equals(other.architecture)
                && Objects.equals(normalVariant(), other.normalVariant());
    }

    /** The same platform comes first, because an index may list another variant before it. */
    private <T> Optional<T> first(List<T> images, Function<T, @Nullable Platform> platform) {
        return first(images, platform, this::isSame).or(() -> first(images, platform, this::accepts));
    }

    private static <T> Optional<T> first(List<T> images, Function<T, @Nullable Platform> platform,
            Predicate<Platform> wanted) {
        return images.stream().filter(image -> {
            Platform actual = platform.apply(image);
            return actual != null && wanted.test(actual);
        }).findFirst();
    }

    /** The name of the Go toolchain for an architecture that other tools name differently. */
    private static String architecture(String name) {
        return switch (name) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> name;
        };
    }

    private @Nullable String normalVariant() {
        return Objects.equals(this.variant, USUAL_VARIANTS.get(this.architecture)) ? null : this.variant;
    }

    @Override
    public String toString() {
        return this.os + "/" + this.architecture + (this.variant == null ? "" : "/" + this.variant);
    }
}
