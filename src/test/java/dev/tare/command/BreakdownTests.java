package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

class BreakdownTests {

    @TempDir
    private Path folder;

    private Path first;

    private Path second;

    private Path csv;

    @BeforeEach
    void writeArchives() throws IOException {
        this.csv = this.folder.resolve("breakdown.csv");
        this.first = Files.write(this.folder.resolve("first.tar"), anImage("a:1").layer(layer -> layer
                .file("usr/share/man/a.1", "12345")
                .file("opt/=x,y/data", "123")).asDockerArchive());
        this.second = Files.write(this.folder.resolve("second.tar"), anImage("b:1").layer(layer -> layer
                .file("usr/share/man/a.1", "1234567")).asDockerArchive());
    }

    @Test
    void breakdownOfAnImageHasARowForEachOwner() throws IOException {
        CommandRun run = CommandRun.of("inspect", this.first, "--breakdown", this.csv);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Files.readString(this.csv).split("\r\n")).containsExactly(
                "chapter,line,owner,versions,visible_bytes,files,layers,estimated_compressed_bytes",
                "Documentation,Manual pages,/usr/share,,5,1,0,",
                "Folders without a package,\"/opt/=x,y\",\"/opt/=x,y\",,3,1,0,");
    }

    @Test
    void breakdownOfAComparisonAddsUpToTheGrowth() throws IOException {
        assertThat(CommandRun.of("compare", this.first, this.second, "--breakdown", this.csv).status()).isZero();
        List<String> lines = Files.readAllLines(this.csv);
        assertThat(lines.getFirst()).endsWith("from_visible_bytes,to_visible_bytes,visible_growth_bytes,"
                + "from_estimated_compressed_bytes,to_estimated_compressed_bytes");
        assertThat(lines).contains("a:1,b:1,Documentation,Manual pages,/usr/share,,,5,7,2,,");
        assertThat(lines.stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.replaceAll("\"[^\"]*\"", "").split(",", -1)[9]))
                .sum()).isEqualTo(-1);
    }

    @Test
    void breakdownOverwritesNoImageAndDescribesOnePlatform() {
        assertThat(CommandRun.of("inspect", this.first, "--breakdown", this.first).status()).isEqualTo(2);
        assertThat(CommandRun.of("inspect", this.first, "--output", this.csv, "--breakdown", this.csv).status())
                .isEqualTo(2);
        assertThat(CommandRun.of("inspect", this.first, "--platform=all", "--breakdown", this.csv).err())
                .contains("--breakdown describes one platform");
    }
}
