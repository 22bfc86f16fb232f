package dev.tare.source.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.tare.engine.EngineKind;
import dev.tare.engine.Engines;
import dev.tare.fixture.FakeEngine;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.source.engine.OfferedImages.Offer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class OfferedImagesTests {

    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    private Path folder;

    @Test
    void listHasNamesWithTheirSizesOnlyOnce() {
        try (FakeEngine engine = FakeEngine.onSocket(this.folder, (request, out) -> answer(request, out, """
                [{"Id":"sha256:%1$s","RepoTags":["app:1","team/app:2"],"Size":1200,"Created":1},
                 {"Id":"sha256:%1$s","RepoTags":["<none>:<none>"],"Size":7,"Created":1},
                 {"Id":"sha256:%1$s","RepoTags":["\\u202eb\\u0000","a\\"><script>"],"Size":7,"Created":1}]
                """.formatted("0".repeat(64))))) {
            OfferedImages images = images(engine, LONG);
            assertThat(images.list()).containsExactly(new Offer("docker://app:1", 1200),
                    new Offer("docker://team/app:2", 1200));
            images.list();
            assertThat(engine.paths()).filteredOn(path -> path.endsWith("/images/json")).hasSize(1);
        }
    }

    @Test
    void listIsBounded() {
        String tags = "\"app:1\",".repeat(900) + "\"app:1\"";
        try (FakeEngine engine = FakeEngine.onSocket(this.folder, (request, out) -> answer(request, out,
                "[{\"Id\":\"sha256:" + "0".repeat(64) + "\",\"RepoTags\":[" + tags + "],\"Size\":1,\"Created\":1}]"))) {
            assertThat(images(engine, LONG).list()).hasSize(500);
        }
    }

    @Test
    void listIsEmptyWhileTheEngineSendsNothing() {
        CountDownLatch open = new CountDownLatch(1);
        try (FakeEngine engine = FakeEngine.onSocket(this.folder, (_, _) -> await(open))) {
            OfferedImages images = images(engine, Duration.ofMillis(1));
            for (int i = 0; i < 100; i++) {
                assertThat(images.list()).isEmpty();
            }
            assertThat(engine.paths().size()).isLessThan(3);
            open.countDown();
        }
    }

    @Test
    void listIsEmptyWithoutAnEngine() {
        Engines none = new Engines(Map.of("DOCKER_HOST", "unix://" + this.folder + "/none")::get, this.folder);
        assertThat(new OfferedImages(none, Set.of(EngineKind.DOCKER), LONG).list()).isEmpty();
        OfferedImages disabled = new OfferedImages(none, Set.of(), LONG);
        assertThat(disabled.isEnabled()).isFalse();
        assertThat(disabled.list()).isEmpty();
    }

    private OfferedImages images(FakeEngine engine, Duration patience) {
        return new OfferedImages(new Engines(Map.of("DOCKER_HOST", engine.address())::get, this.folder),
                Set.of(EngineKind.DOCKER), patience);
    }

    private static void answer(Request request, OutputStream out, String images) throws IOException {
        if (!FakeEngine.answersVersion(request, out)) {
            RawServer.answer(out, 200, images);
        }
    }

    private static void await(CountDownLatch open) {
        try {
            open.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }
}
