package dev.tare.report.section;

import java.util.Locale;

/**
 * Selects and sorts the packages and libraries of a page.
 *
 * @param text   a part of the names to show, in any case; empty for all
 * @param byName whether to sort by name; otherwise the largest come first
 */
public record SoftwareFilter(String text, boolean byName) {

    /** All of them, the largest first. */
    public static final SoftwareFilter NONE = new SoftwareFilter("", false);

    /** Whether it differs from the default. */
    public boolean isActive() {
        return !equals(NONE);
    }

    boolean selects(String name) {
        return name.toLowerCase(Locale.ROOT).contains(this.text.toLowerCase(Locale.ROOT));
    }
}
