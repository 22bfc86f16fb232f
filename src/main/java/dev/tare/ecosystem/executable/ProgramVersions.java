package dev.tare.ecosystem.executable;

import java.util.regex.Pattern;

import dev.tare.version.Digits;
import org.jspecify.annotations.Nullable;

/** The order of versions that have only numbers. Programs differ in the order of other versions. */
final class ProgramVersions {

    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)*");

    private ProgramVersions() {}

    static @Nullable Integer compare(String one, String other) {
        if (!NUMBERS.matcher(one).matches() || !NUMBERS.matcher(other).matches()) {
            return null;
        }
        String[] first = one.split("\\.");
        String[] second = other.split("\\.");
        for (int i = 0; i < Math.max(first.length, second.length); i++) {
            int order = Digits.compare(i < first.length ? first[i] : "", i < second.length ? second[i] : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
