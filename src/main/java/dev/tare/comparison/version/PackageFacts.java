package dev.tare.comparison.version;

import org.jspecify.annotations.Nullable;

/**
 * The facts about all packages of one name in one image, apart from their versions. They do not decide whether a package
 * changed.
 *
 * @param installedBytes the installed size as the packages state it, added up; {@code null} if unknown
 */
public record PackageFacts(@Nullable Long installedBytes) {

    /** The facts about a library, a runtime, or a package that the image does not have. */
    public static final PackageFacts NONE = new PackageFacts(null);

    /** Adds another architecture or version of the package. */
    PackageFacts plus(PackageFacts other) {
        return new PackageFacts(sum(this.installedBytes, other.installedBytes));
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(one + other);
    }
}
