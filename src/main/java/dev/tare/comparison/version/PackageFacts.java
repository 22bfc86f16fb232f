package dev.tare.comparison.version;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The facts about all packages of one name in one image, apart from their versions. They do not decide whether a package
 * changed.
 *
 * @param installedBytes the installed size as the packages state it, added up; {@code null} if unknown
 * @param licenses       SPDX expressions, or the texts of the packages; empty if unknown
 */
public record PackageFacts(@Nullable Long installedBytes, List<String> licenses) {

    /** The facts about a library, a runtime, or a package that the image does not have. */
    public static final PackageFacts NONE = new PackageFacts(null, List.of());

    /** The licenses of all packages of one name. */
    private static final int MAX_LICENSES = 100;

    public PackageFacts {
        licenses = List.copyOf(licenses);
    }

    /** Adds another architecture or version of the package. */
    PackageFacts plus(PackageFacts other) {
        return new PackageFacts(sum(this.installedBytes, other.installedBytes),
                this.licenses.equals(other.licenses) ? this.licenses
                        : Stream.concat(this.licenses.stream(), other.licenses.stream())
                                .distinct()
                                .limit(MAX_LICENSES)
                                .toList());
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(one + other);
    }
}
