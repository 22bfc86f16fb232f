package dev.tare.secret;

import java.util.EnumMap;
import java.util.Map;

/** Numbers of secrets that are not listed, by certainty. Outputs never add numbers of different certainties. */
public record SecretCounts(Map<Certainty, Long> byCertainty) {

    /** All secrets are listed. */
    public static final SecretCounts NONE = new SecretCounts(Map.of());

    public SecretCounts {
        byCertainty = Map.copyOf(byCertainty);
    }

    /** The number of one certainty. */
    public long of(Certainty certainty) {
        return this.byCertainty.getOrDefault(certainty, 0L);
    }

    /** The number of all certainties. */
    public long total() {
        return this.byCertainty.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The sum of these and others of one certainty. */
    public SecretCounts plus(Certainty certainty, long others) {
        if (others == 0) {
            return this;
        }
        Map<Certainty, Long> sum = new EnumMap<>(Certainty.class);
        sum.putAll(this.byCertainty);
        sum.merge(certainty, others, Long::sum);
        return new SecretCounts(sum);
    }

    /** The sum of these and others. */
    public SecretCounts plus(SecretCounts others) {
        SecretCounts sum = this;
        for (Map.Entry<Certainty, Long> entry : others.byCertainty.entrySet()) {
            sum = sum.plus(entry.getKey(), entry.getValue());
        }
        return sum;
    }
}
