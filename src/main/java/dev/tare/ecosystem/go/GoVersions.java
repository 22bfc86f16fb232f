package dev.tare.ecosystem.go;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.version.Digits;
import dev.tare.version.SemanticVersions;
import org.jspecify.annotations.Nullable;

/**
 * The order of Go's versions: semantic versions after a {@code v}, including pseudo-versions, and versions of Go itself
 * such as {@code 1.24.1} and {@code 1.25rc1}.
 *
 * @see <a href="https://go.dev/ref/mod#versions">Go modules, versions</a>
 */
final class GoVersions {

    private static final Pattern FORM = Pattern.compile("v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?"
            + "(?:-([0-9A-Za-z.-]+)|((?:alpha|beta|rc)[0-9]+))?(?:\\+[0-9A-Za-z.-]+)?");

    private static final int NUMBERS = 3;

    private static final int PRERELEASE = 4;

    private static final int TOOLCHAIN_PRERELEASE = 5;

    private GoVersions() {}

    /** {@code null} if one of the strings is not a Go version. */
    static @Nullable Integer compare(String one, String other) {
        Matcher first = FORM.matcher(one);
        Matcher second = FORM.matcher(other);
        if (!first.matches() || !second.matches() || one.startsWith("v") != other.startsWith("v")) {
            return null;
        }
        for (int i = 1; i <= NUMBERS; i++) {
            int order = Digits.compare(orEmpty(first.group(i)), orEmpty(second.group(i)));
            if (order != 0) {
                return order;
            }
        }
        return SemanticVersions.comparePrereleases(prerelease(first), prerelease(second));
    }

    /** The number of {@code rc10} becomes a separate part, because {@code rc10} follows {@code rc9}. */
    private static String prerelease(Matcher version) {
        String toolchain = version.group(TOOLCHAIN_PRERELEASE);
        return toolchain == null ? orEmpty(version.group(PRERELEASE))
                : toolchain.replaceFirst("(?<=[a-z])(?=[0-9])", ".");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
