package dev.tare.catalog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.tare.fixture.RawServer;
import dev.tare.limits.Limits;
import dev.tare.registry.Registries;
import dev.tare.registry.Traffic;
import dev.tare.sizes.PlatformSelection;
import dev.tare.source.registry.RegistryArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class SizesServiceTests {

    @Test
    void imageWhoseRegistryStallsIsNamed() {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer stalled = RawServer.start((_, _) -> await(end))) {
            String late = stalled.host() + "/app:1";
            Registries registries = Registries.ofThisUser();
            SizesService service = new SizesService(Limits.DEFAULTS,
                    new SizesProperties(16, Duration.ofMillis(300)),
                    new QueueProperties(2, 8, Duration.ofSeconds(30), 50));
            List<RegistryArgument> images = List.of(RegistryArgument.parse(late, registries));
            assertThatExceptionOfType(SizesTimeoutException.class)
                    .isThrownBy(() -> service.read("a", images, PlatformSelection.ALL, new Traffic()))
                    .withMessageContaining(late)
                    .withMessageContaining("tare.sizes.time");
            end.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }
}
