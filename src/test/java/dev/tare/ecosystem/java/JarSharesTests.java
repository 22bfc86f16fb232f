package dev.tare.ecosystem.java;

import java.util.List;

import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import dev.tare.ecosystem.java.JarShares.Identified;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JarSharesTests {

    @Test
    void jarsAreCountedByCertaintyAndTruth() {
        JarShares shares = JarShares.of(List.of(jar("g", Certainty.EXACT), jar("g", Certainty.INFERRED),
                jar("h", Certainty.INFERRED), jar("h", Certainty.EXACT), jar(null, Certainty.UNKNOWN)));
        assertThat(shares.exact()).hasSize(1);
        assertThat(shares.inferred()).hasSize(1);
        assertThat(shares.wrong()).hasSize(2);
        assertThat(shares.unknown()).hasSize(1);
        assertThat(shares.describe()).isEqualTo("1 exact, 1 inferred, 1 wrong, 1 unknown");
    }

    private static Identified jar(@Nullable String group, Certainty certainty) {
        return new Identified("g", "a", new Jar("a-1.jar", group, "a", "1", Evidence.MANIFEST, certainty, 1,
                Digest.sha256Of(new byte[0]), 0));
    }
}
