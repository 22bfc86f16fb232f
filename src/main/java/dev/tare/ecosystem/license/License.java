package dev.tare.ecosystem.license;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A license that a package states.
 *
 * @param text   the SPDX expression in its usual form, otherwise the text of the package, perhaps cut
 * @param isSpdx whether the text is an SPDX expression of known identifiers
 */
public record License(String text, boolean isSpdx) {

    /** Whether it is one identifier of SPDX, and no expression. */
    public boolean isIdentifier() {
        return this.isSpdx && SpdxList.license(this.text) != null;
    }

    /** Names that state no license, in lower case. */
    private static final String NO_LICENSE = "|unknown|none|noassertion|null|n/a|no license|";

    private static final int MAX_TEXT = 200;

    /** Detects an SPDX expression, or the name or address of one license; {@code null} if the text states none. */
    static @Nullable License parse(String stated) {
        String text = stated.strip();
        if (text.isEmpty() || (text.length() < NO_LICENSE.length()
                && NO_LICENSE.contains("|" + text.toLowerCase(Locale.ROOT) + "|"))) {
            return null;
        }
        String expression = SpdxExpression.parse(text);
        if (expression == null) {
            expression = SpdxList.byName(text);
        }
        return expression == null ? new License(firstLine(text), false) : new License(expression, true);
    }

    /** Some packages state the whole text of their license. */
    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        String shown = line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) : line;
        return shown.length() < text.length() ? shown + "…" : shown;
    }
}
