package dev.tare.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import dev.tare.fixture.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Several processes use a folder at the same time, and some are killed. {@code dev/verify --long} kills more. */
@Timeout(1800)
class CacheProcessesTests {

    private static final int KILLS = Scale.of("tare.cache.kills", 2, 60);

    private static final int USES = Scale.of("tare.cache.uses", 200, 20_000);

    /** Room for half of the layers. */
    private static final long SIZE = 80_000;

    @TempDir
    private Path folder;

    @Test
    void processesThatShareAFolderFindOnlyWholeLayers() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(start(USES));
        }
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output).contains("done");
        }
        LayerFolder opened = LayerFolder.open(this.folder, SIZE);
        assertThat(opened.usage().layers()).isPositive();
        assertThat(opened.usage().bytes()).isLessThan(2 * SIZE);
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void aKilledProcessLeavesOnlyWholeLayers() throws Exception {
        LayerFolder opened = LayerFolder.open(this.folder, SIZE);
        for (int i = 0; i < KILLS; i++) {
            Process process = start(0);
            try {
                assertThat(process.inputReader().readLine()).isEqualTo("ready");
                while (process.isAlive() && opened.usage().layers() == 0) {
                    Thread.sleep(1);
                }
                Thread.sleep(ThreadLocalRandom.current().nextInt(100));
                assertThat(process.isAlive()).isTrue();
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        long whole = CacheProcess.layers()
                .stream()
                .filter(layer -> CacheProcess.isFoundAsItIs(CacheProcess.open(this.folder, SIZE), layer))
                .count();
        assertThat(whole).isPositive().isEqualTo(opened.usage().layers());
    }

    private Process start(int uses) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-cp", System.getProperty("java.class.path"), CacheProcess.class.getName(), this.folder.toString(),
                Long.toString(SIZE), Integer.toString(uses)).redirectErrorStream(true).start();
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(this.folder.resolve("layers"))) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }
}
