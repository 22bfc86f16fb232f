package dev.tare.wording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Formats times. */
public final class Times {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** Formats a time to the minute, such as {@code 2026-10-01 12:34 UTC}, or {@code unknown}. */
    public static String toTheMinute(@Nullable Instant time) {
        return time == null ? "unknown" : MINUTE.format(time);
    }
}
