package dev.tare.ecosystem.rpm;

import java.util.Map;

import dev.tare.ecosystem.Ecosystem.PurlVersion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RpmEcosystemTests {

    private final RpmEcosystem rpm = new RpmEcosystem();

    @Test
    void purlVersionHasTheEpochAsAQualifier() {
        assertThat(this.rpm.purlVersion("1:2.41-3.fc42"))
                .isEqualTo(new PurlVersion("2.41-3.fc42", Map.of("epoch", "1")));
    }

    @Test
    void purlVersionWithoutEpochHasNoQualifier() {
        assertThat(this.rpm.purlVersion("2.41-3.fc42")).isEqualTo(new PurlVersion("2.41-3.fc42", Map.of()));
    }
}
