package dev.tare.report.explore;

import java.util.Locale;

import dev.tare.inspection.ledger.Chapter;

/** Identifiers of the parts of a breakdown in addresses, such as {@code os-packages.perl}. */
final class LineId {

    private LineId() {}

    /** The identifier of a chapter. */
    public static String of(Chapter chapter) {
        return chapter.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The identifier of a line, which begins with that of its chapter. */
    public static String of(Chapter chapter, String line) {
        StringBuilder id = new StringBuilder(of(chapter)).append('.');
        line.toLowerCase(Locale.ROOT).codePoints().forEach(one -> {
            if (Character.isLetterOrDigit(one) && one < 0x80) {
                id.appendCodePoint(one);
            } else if (id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        });
        return id.toString();
    }
}
