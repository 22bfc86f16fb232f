package dev.tare.web.connection;

import java.time.Duration;
import java.util.List;

import dev.tare.limits.ByteSize;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long clients may take, and who they are.
 *
 * @param headerTime     Maximum time from the first byte of a request to the end of its headers.
 * @param grace          Time that the body of a request or of an answer may take, however small it is.
 * @param minRate        Minimum number of bytes per second after the grace period, in both directions.
 * @param drain          Maximum time to read and discard the rest of a rejected request.
 * @param share          Maximum number of answers that one client may receive slowly when half of the threads are in use.
 * @param trustedProxies IP addresses, or networks such as 10.0.0.0/8, of the proxies whose header X-Forwarded-For states
 *                       the client. Without them, the client is the peer of the connection.
 */
@ConfigurationProperties("tare.connection")
public record ConnectionProperties(@DefaultValue("10s") Duration headerTime, @DefaultValue("20s") Duration grace,
        @DefaultValue("16KiB") ByteSize minRate, @DefaultValue("2s") Duration drain, @DefaultValue("8") int share,
        @DefaultValue List<String> trustedProxies) {

    public ConnectionProperties {
        trustedProxies = List.copyOf(trustedProxies);
        if (!headerTime.isPositive() || !grace.isPositive() || minRate.bytes() <= 0 || drain.isNegative()
                || share <= 0) {
            throw new IllegalArgumentException("tare.connection needs positive times, rates and shares, but has"
                    + " header-time " + headerTime + ", grace " + grace + ", min-rate " + minRate + ", drain " + drain
                    + ", share " + share);
        }
    }

    /**
     * The time that a body may take.
     *
     * @param bytes the number of bytes so far
     */
    public Duration timeFor(long bytes) {
        return this.grace.plusSeconds(bytes / this.minRate.bytes());
    }
}
