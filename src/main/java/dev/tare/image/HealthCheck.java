package dev.tare.image;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The command that a Docker engine runs to check the health of a container; not part of the OCI specification.
 * Durations and retries of zero are not set.
 *
 * @param test          the first element is the form: {@code CMD}, {@code CMD-SHELL} or {@code NONE}
 * @param interval      from one check to the next
 * @param timeout       a check that runs longer has failed
 * @param startPeriod   the time in which failed checks do not count
 * @param startInterval from one check to the next during the start period
 * @param retries       how many consecutive checks must fail
 * @see <a href="https://github.com/moby/docker-image-spec/blob/v1.3.1/specs-go/v1/image.go">Docker image
 *      specification, HealthcheckConfig</a>
 */
public record HealthCheck(List<String> test, Duration interval, Duration timeout, Duration startPeriod,
        Duration startInterval, long retries) {

    public HealthCheck {
        test = List.copyOf(test);
    }

    /** A check with a command and defaults for everything else. */
    public HealthCheck(List<String> test) {
        this(test, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
    }

    static HealthCheck from(JsonDocument json) {
        return new HealthCheck(json.textList("Test"), duration(json, "Interval"), duration(json, "Timeout"),
                duration(json, "StartPeriod"), duration(json, "StartInterval"), json.numberOr("Retries", 0));
    }

    /** A duration in the form of a Dockerfile, such as {@code 30s} or {@code 0.5s}; {@code null} if it is not set. */
    public static @Nullable String seconds(Duration duration) {
        return duration.isZero() ? null
                : BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString() + "s";
    }

    private static Duration duration(JsonDocument json, String key) {
        return Duration.ofNanos(json.numberOr(key, 0));
    }
}
