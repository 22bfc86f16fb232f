package dev.tare.wording;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Formats durations and times. */
public final class Times {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** Formats all digits of a duration: {@code 1 second}, {@code 0.5 seconds} or {@code 1,800 seconds}. */
    public static String seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toSeconds())
                .add(BigDecimal.valueOf(duration.toNanosPart(), 9))
                .stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, seconds.scale()) + "f", seconds)
                + (duration.equals(Duration.ofSeconds(1)) ? " second" : " seconds");
    }

    /** Formats a time to the minute, such as {@code 2026-10-01 12:34 UTC}, or {@code unknown}. */
    public static String toTheMinute(@Nullable Instant time) {
        return time == null ? "unknown" : MINUTE.format(time);
    }
}
