package dev.tare.report.explore;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.tare.image.Digest;
import dev.tare.inspection.ledger.Chapter;

/** Identifiers of the parts of a breakdown in addresses, such as {@code os-packages.perl}. No two parts have the same. */
public final class LineId {

    /** Names that follow from their identifiers. */
    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9][a-z0-9]*(?: [a-z0-9]+)*");

    private static final int LONGEST = 64;

    private static final int DIGITS = 12;

    private LineId() {}

    /** The identifier of a chapter. */
    public static String of(Chapter chapter) {
        return chapter.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The identifier of a line, which begins with that of its chapter. Its end is the beginning of the digest of the name
     * if the name does not follow from the other characters.
     */
    public static String of(Chapter chapter, String line) {
        StringBuilder id = new StringBuilder(of(chapter)).append('.');
        String name = line.substring(0, Math.min(LONGEST, line.length()));
        id.append(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        if (line.length() > LONGEST || !PLAIN.matcher(line).matches()) {
            id.append('~')
                    .append(Digest.sha256Of(line.getBytes(StandardCharsets.UTF_8)).hex(), 0, DIGITS);
        }
        return id.toString();
    }
}
