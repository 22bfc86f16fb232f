package dev.tare.ecosystem.php;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.version.Digits;
import dev.tare.version.SemanticVersions;
import org.jspecify.annotations.Nullable;

/**
 * The order of Composer's versions: up to four numbers, and a word for the stability with its own number. Branches have
 * no order.
 *
 * @see <a href="https://getcomposer.org/doc/articles/versions.md">Versions and constraints</a>
 */
final class ComposerVersions {

    private static final Pattern FORM = Pattern.compile("v?([0-9]+(?:\\.[0-9]+){0,3})"
            + "(?:[._-]?(stable|beta|b|rc|alpha|a|patch|pl|p)[.-]?([0-9]*))?(?:\\+.*)?");

    /** The first letters of the words for stability. A patch follows its release. */
    private static final List<String> STABILITIES = List.of("a", "b", "r", "s", "p");

    private ComposerVersions() {}

    /** {@code null} if one of the strings is not a version with numbers. */
    static @Nullable Integer compare(String one, String other) {
        Matcher first = FORM.matcher(one.toLowerCase(Locale.ROOT));
        Matcher second = FORM.matcher(other.toLowerCase(Locale.ROOT));
        if (!first.matches() || !second.matches()) {
            return null;
        }
        int order = SemanticVersions.compareNumbers(first.group(1), second.group(1));
        order = order != 0 ? order : Integer.compare(stability(first), stability(second));
        return order != 0 ? order : Digits.compare(number(first), number(second));
    }

    private static int stability(Matcher version) {
        String word = version.group(2);
        return STABILITIES.indexOf(word == null ? "s" : word.substring(0, 1));
    }

    private static String number(Matcher version) {
        String number = version.group(3);
        return number == null ? "" : number;
    }
}
