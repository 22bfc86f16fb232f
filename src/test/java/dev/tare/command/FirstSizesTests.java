package dev.tare.command;

import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FirstSizesTests {

    private final MemoryRegistry registry = new MemoryRegistry();

    private final String before = this.registry.push("app", "1", ImageBuilder.anImage("")
            .layer(layer -> layer.file("base", "b")));

    private final String after = this.registry.push("app", "2", ImageBuilder.anImage("")
            .layer(layer -> layer.file("base", "b"))
            .layer(layer -> layer.file("app", "a")));

    @AfterEach
    void stop() {
        this.registry.close();
    }

    @Test
    void progressBeginsWithTheSizesInTheManifests() {
        CommandRun run = CommandRun.of("compare", this.before, this.after, "--progress", "plain");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err().lines()).anyMatch(line -> line.matches("tare: .*/app:1: .+ compressed in 1 layer"))
                .anyMatch(line -> line.matches(
                        "tare: .*/app:2: .+ compressed in 2 layers, .+ of it not in the images above"));
        assertThat(this.registry.requests()).extracting(Request::path).doesNotHaveDuplicates();
    }

    @Test
    void imageThatIsMissingIsReportedOnce() {
        CommandRun run = CommandRun.of("compare", this.before, this.before + "x", "--progress", "plain");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).containsOnlyOnce("MANIFEST_UNKNOWN").contains("compressed in 1 layer");
    }

    @Test
    void nothingIsShownWithoutProgress() {
        assertThat(CommandRun.of("compare", this.before, this.after, "--progress", "none").err())
                .doesNotContain("compressed in");
    }
}
