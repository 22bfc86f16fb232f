package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.tare.fixture.Blob;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.TocLayers;
import dev.tare.image.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.fixture.ImageBuilder.anImage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class FilesCommandTests {

    private static final String SHA_OF_LOWER = Digest.sha256Of("lower".getBytes(UTF_8)).hex();

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void writeArchive() throws IOException {
        this.archive = write("app.tar", anImage("app:1").layer(base -> base.directory("bin", 01777)
                .file("bin/su", "lower", 04755, 0, 42)
                .file("gone", "deleted")
                .symlink("sh", "bin/a,b")
                .hardLink("bin/same", "bin/su"))
                .layer(app -> app.whiteout("gone").fifo("pipe").file("bin/new", "", 02640)));
    }

    @Test
    void csvHasALineForEachPathThatAContainerSees() {
        CommandRun run = CommandRun.of("files", this.archive, "--format", "csv");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().split("\r\n", -1)).containsExactly("path,type,size,mode,uid,gid,target,sha256,layer",
                "bin,directory,0,1777,0,0,,,0", "bin/new,file,0,2640,0,0,," + Digest.sha256Of(new byte[0]).hex() + ",1",
                "bin/same,file,5,0644,0,0,," + SHA_OF_LOWER + ",0",
                "bin/su,hard-link,0,0644,0,0,bin/same," + SHA_OF_LOWER + ",0",
                "pipe,fifo,0,0644,0,0,,,1", "sh,symbolic-link,0,0777,0,0,\"bin/a,b\",,0", "");
    }

    @Test
    void csvWritesUnusualNamesOnOneLineAndDistinguishesThem() throws IOException {
        Path odd = write("odd.tar", anImage("odd:1").layer(layer -> layer.file("a\nb", "")
                .file("a\\nb", "")
                .file("say \"hi\", you", "")
                .file("=run()", "")
                .file("\u202ecod.exe", "")
                .file("été", "")));
        List<String> paths = CommandRun.of("files", odd, "--format=CSV")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(",file,")))
                .toList();
        assertThat(paths).containsExactly("\\x3Drun()", "a\\nb", "a\\x5Cnb", "\"say \"\"hi\"\", you\"", "été",
                "\\u202ecod.exe");
    }

    @Test
    void textIsSimilarToAFileListing() {
        CommandRun run = CommandRun.of("files", this.archive);
        assertThat(run.out().lines()).containsExactly("drwxrwxrwt        0:0           0  #0  /bin",
                "-rw-r-S---        0:0           0  #1  /bin/new", "-rw-r--r--        0:0           5  #0  /bin/same",
                "hrw-r--r--        0:0           0  #0  /bin/su link to /bin/same",
                "prw-r--r--        0:0           0  #1  /pipe",
                "lrwxrwxrwx        0:0           0  #0  /sh -> bin/a,b");
    }

    @Test
    void jsonIsAnObjectOnEachLine() {
        List<String> lines = CommandRun.of("files", this.archive, "--format=json").out().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(JsonMapper.shared().readTree(lines.get(5))).isEqualTo(JsonMapper.shared().readTree("""
                {"path": "sh", "type": "symbolic-link", "size": 0, "mode": "0777", "uid": 0, "gid": 0,
                 "target": "bin/a,b", "sha256": null, "layer": 0}"""));
    }

    @Test
    void sizesAddUpToTheVisibleSizeInEachFormat() throws IOException {
        Path linked = write("linked.tar", anImage("linked:1").layer(layer -> layer.file("b", "12345")
                .hardLink("a", "b")
                .hardLink("d/c", "b")
                .file("e", "123"))
                .layer(layer -> layer.file("b", "1")));
        List<JsonNode> rows = CommandRun.of("files", linked, "--format=json")
                .out()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(rows).filteredOn(row -> row.path("type").asString().equals("hard-link"))
                .extracting(row -> row.path("path").asString(), row -> row.path("target").asString())
                .containsExactly(tuple("d/c", "a"));
        assertThat(rows.stream().mapToLong(row -> row.path("size").asLong()).sum()).isEqualTo(9);
        assertThat(CommandRun.of("files", linked, "--format=csv")
                .out()
                .lines()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",")[2]))
                .sum()).isEqualTo(9);
        assertThat(CommandRun.of("files", linked)
                .out()
                .lines()
                .mapToLong(line -> Long.parseLong(line.split(" +")[2]))
                .sum()).isEqualTo(9);
    }

    @Test
    void jsonHasThePackageOfAFileIfTheImageListsFilesOfPackages() throws IOException {
        CommandRun run = CommandRun.of("files", owned(), "--format=json");
        assertThat(run.out().lines().map(JsonMapper.shared()::readTree).filter(line -> line.path("size").asInt() == 1))
                .extracting(line -> line.path("path").stringValue(), line -> line.get("package").stringValue(null))
                .containsExactly(tuple("usr/bin/ls", "coreutils"), tuple("usr/local/bin/mine", null));
        assertThat(CommandRun.of("files", this.archive, "--format=json").out()).doesNotContain("package");
    }

    @Test
    void unownedListsOnlyFilesOfNoPackageInEachFormat() throws IOException {
        Path owned = owned();
        assertThat(CommandRun.of("files", owned, "--unowned").out().lines()).hasSize(2)
                .first()
                .satisfies(line -> assertThat(line).endsWith("  /usr/local/bin/mine"));
        assertThat(CommandRun.of("files", owned, "--unowned", "--format=csv").out().lines()).hasSize(3)
                .element(2)
                .satisfies(line -> assertThat(line).startsWith("var/lib/dpkg/info/coreutils.list,file,"));
        assertThat(CommandRun.of("files", owned, "--unowned", "--format=json").out().lines()).hasSize(2)
                .first()
                .satisfies(line -> assertThat(line).contains("\"usr/local/bin/mine\"", "\"package\":null"));
    }

    @Test
    void unownedFailsWithoutAListOfPackageFiles() {
        CommandRun run = CommandRun.of("files", this.archive, "--unowned");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("No package database lists the files of its packages");
    }

    @Test
    void outputWritesTheListToAFile() {
        Path list = this.folder.resolve("files.csv");
        CommandRun run = CommandRun.of("files", "--format=csv", "--output", list, this.archive);
        assertThat(run.out()).isEmpty();
        assertThat(list).content().isEqualTo(CommandRun.of("files", "--format=csv", this.archive).out());
    }

    @Test
    void imageOptionsAreThoseOfTheOtherCommands() throws IOException {
        Path both = Files.write(this.folder.resolve("both.tar"), ImageBuilder
                .dockerArchiveOf(DockerForm.ENGINE_25, anImage("a:1").layer(layer -> layer.file("a", "")),
                        anImage("b:1").layer(layer -> layer.file("b", "")))
                .toTar());
        assertThat(CommandRun.of("files", both).err()).contains("Choose one of them");
        assertThat(CommandRun.of("files", both + "#b:1").out()).contains("/b").doesNotContain("/a");
        CommandRun refused = CommandRun.of("files", "--limit", "layers=1", this.archive);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("the limit \"layers\"");
        assertThat(CommandRun.of("files", "--platform", "linux/s390x", this.archive).err()).contains("s390x");
    }

    @Test
    void tocOnlyMarksTheFilesInEachFormat() throws IOException {
        Path listed = tabled();
        CommandRun text = CommandRun.of("files", "--toc-only", listed);
        assertThat(text.status()).as(text.err()).isZero();
        assertThat(text.out().lines()).containsExactly("# listed by the image, not verified",
                "-rwsr-xr-x        0:0           5  #0  /su");
        assertThat(text.err()).isEqualTo("note: the files are listed by the image, not verified\n");
        assertThat(CommandRun.of("files", "--toc-only", "--format=csv", listed).out()).isEqualTo(
                "path,type,size,mode,uid,gid,target,sha256,layer,evidence\r\nsu,file,5,4755,0,0,," + SHA_OF_LOWER
                        + ",0,\"listed by the image, not verified\"\r\n");
        assertThat(JsonMapper.shared().readTree(CommandRun.of("files", "--toc-only", "--format=json", listed).out()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"path": "su", "type": "file", "size": 5, "mode": "4755", "uid": 0, "gid": 0,
                         "target": null, "sha256": "%s", "layer": 0,
                         "evidence": "listed by the image, not verified"}""".formatted(SHA_OF_LOWER)));
    }

    @Test
    void tocOnlyStatesTheBytesAndRequestsOfARegistry() {
        Blob layer = TocLayers.zstdChunked(new LayerBuilder().file("su", "lower").toTar());
        try (MemoryRegistry registry = new MemoryRegistry()) {
            String name = registry.push("team/app", "1",
                    anImage("app:1").layer(layer.tar()).ociLayout(List.of(layer)));
            CommandRun run = CommandRun.of("files", "--toc-only", name);
            assertThat(run.out()).contains("/su");
            assertThat(run.err()).matches(
                    "note: the files are listed by the image, not verified; read [0-9,]+ bytes in 3 requests\n");
        }
    }

    @Test
    void tocOnlyFailsIfALayerHasNoTable() {
        CommandRun run = CommandRun.of("files", "--toc-only", this.archive);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("No layer has a table of contents", "Leave out --toc-only");
    }

    @Test
    void tocOnlyAndUnownedExcludeEachOther() throws IOException {
        assertThat(CommandRun.of("files", "--toc-only", "--unowned", tabled()).status()).isEqualTo(2);
        assertThat(CommandRun.of("files", "--toc-only", "--platform=all", tabled()).err())
                .contains("This command reads one platform");
    }

    private Path tabled() throws IOException {
        Blob layer = TocLayers.zstdChunked(new LayerBuilder().file("su", "lower", 04755).toTar());
        return Files.write(this.folder.resolve("tabled.tar"),
                anImage("app:1").layer(layer.tar()).ociLayout(List.of(layer)).toTar());
    }

    private Path owned() throws IOException {
        return write("owned.tar", anImage("owned:1").layer(layer -> layer.file("usr/bin/ls", "l")
                .file("usr/local/bin/mine", "m")
                .file("var/lib/dpkg/info/coreutils.list", "/.\n/usr/bin\n/usr/bin/ls\n")));
    }

    private Path write(String name, ImageBuilder image) throws IOException {
        return Files.write(this.folder.resolve(name), image.asDockerArchive());
    }
}
