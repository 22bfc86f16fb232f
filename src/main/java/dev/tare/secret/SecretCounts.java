package dev.tare.secret;

import java.util.EnumMap;
import java.util.Map;

/** How many secrets there are of which nothing is kept, by what they are worth: these must not stand for each other. */
public record SecretCounts(Map<Certainty, Long> byCertainty) {

    /** Where all are kept. */
    public static final SecretCounts NONE = new SecretCounts(Map.of());

    public SecretCounts {
        byCertainty = Map.copyOf(byCertainty);
    }

    /** Those of one certainty. */
    public long of(Certainty certainty) {
        return this.byCertainty.getOrDefault(certainty, 0L);
    }

    /** All of them. */
    public long total() {
        return this.byCertainty.values().stream().mapToLong(Long::longValue).sum();
    }

    /** These and others. */
    public SecretCounts plus(Certainty certainty, long others) {
        if (others == 0) {
            return this;
        }
        Map<Certainty, Long> sum = new EnumMap<>(Certainty.class);
        sum.putAll(this.byCertainty);
        sum.merge(certainty, others, Long::sum);
        return new SecretCounts(sum);
    }

    /** These and others. */
    public SecretCounts plus(SecretCounts others) {
        SecretCounts sum = this;
        for (Map.Entry<Certainty, Long> entry : others.byCertainty.entrySet()) {
            sum = sum.plus(entry.getKey(), entry.getValue());
        }
        return sum;
    }
}
