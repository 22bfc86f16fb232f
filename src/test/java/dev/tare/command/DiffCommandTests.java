package dev.tare.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

class DiffCommandTests {

    private static final String TOKEN = "ghp_" + "a1B2c3D4e5F6g7H8i9J0a1B2c3D4e5" + "2t2c4v";

    @TempDir
    private Path folder;

    @Test
    void changedLinesAreShownWithTheLinesAroundThem() throws IOException {
        String before = IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i + "\n").collect(joining());
        CommandRun run = diff(layer -> layer.file("etc/a.conf", before).file("etc/same", "x\n").file("etc/gone", "x\n"),
                layer -> layer.file("etc/a.conf", before.replace("line 10\n", "line ten\n") + "end")
                        .file("etc/same", "x\n"));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("""
                --- a/etc/a.conf
                +++ b/etc/a.conf
                @@ -7,7 +7,7 @@
                 line 7
                 line 8
                 line 9
                -line 10
                +line ten
                 line 11
                 line 12
                 line 13
                @@ -18,3 +18,4 @@
                 line 18
                 line 19
                 line 20
                +end
                \\ No newline at end of file
                """);
    }

    @Test
    void pathsFoldersAndPatternsSelectFiles() throws IOException {
        Consumer<LayerBuilder> before = layer -> layer.file("etc/a.conf", "1\n")
                .file("etc/b/c.txt", "1\n")
                .file("opt/d.conf", "1\n");
        Consumer<LayerBuilder> after = layer -> layer.file("etc/a.conf", "2\n")
                .file("etc/b/c.txt", "2\n")
                .file("opt/d.conf", "2\n");
        assertThat(diff(before, after, "/etc").out()).contains("etc/a.conf", "etc/b/c.txt").doesNotContain("opt/");
        assertThat(diff(before, after, "*.conf").out()).contains("etc/a.conf", "opt/d.conf").doesNotContain("c.txt");
        assertThat(diff(before, after, "/etc/b/c.txt").out()).contains("c.txt").doesNotContain("conf");
        CommandRun none = diff(before, after, "/usr");
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("no file differs among those that match");
    }

    @Test
    void exitStatusIsOneOnRequestWhenAFileDiffers() throws IOException {
        assertThat(diff(layer -> layer.file("a", "1"), layer -> layer.file("a", "2"), "--exit-code").status()).isOne();
        assertThat(diff(layer -> layer.file("a", "1"), layer -> layer.file("a", "1"), "--exit-code").status()).isZero();
    }

    @Test
    void filesOfOneImageAreShownOnRequest() throws IOException {
        Consumer<LayerBuilder> before = layer -> layer.file("etc/old", "o\n").file("etc/same", "s\n");
        Consumer<LayerBuilder> after = layer -> layer.file("etc/new", "n\n").file("etc/same", "s\n");
        assertThat(diff(before, after).out()).isEmpty();
        assertThat(diff(before, after, "--new-file").out()).isEqualTo("""
                --- /dev/null
                +++ b/etc/new
                @@ -0,0 +1 @@
                +n
                --- a/etc/old
                +++ /dev/null
                @@ -1 +0,0 @@
                -o
                """);
    }

    @Test
    void filesWithSecretsAreNamedWithoutTheirContent() throws IOException {
        CommandRun run = diff(layer -> layer.file("etc/app.conf", "a\n").file("root/.netrc", "machine a\n"),
                layer -> layer.file("etc/app.conf", "token " + TOKEN + "\nother\n").file("root/.netrc", "machine b\n"));
        assertThat(run.out()).doesNotContain(TOKEN, "other")
                .contains("# Not shown: 1 file with a secret: /etc/app.conf\n")
                .contains("+machine b");
    }

    @Test
    void copiesOfAFileWithASecretAreNotShown() throws IOException {
        String secret = "machine h.example.org login u password Xk29vQpl77\n";
        Path from = Files.write(this.folder.resolve("layers.tar"), ImageBuilder.anImage("a:1")
                .layer(layer -> layer.file("root/.netrc", secret).file("etc/a", "a\n"))
                .layer(layer -> layer.file("opt/copy", secret))
                .asDockerArchive());
        Path to = Files.write(this.folder.resolve("other.tar"), ImageBuilder.anImage("b:1")
                .layer(layer -> layer.file("root/.netrc", "x\n").file("etc/a", "a\n").file("opt/copy", "y\n"))
                .asDockerArchive());
        assertThat(CommandRun.of("diff", from, to).out())
                .isEqualTo("# Not shown: 2 files with a secret: /opt/copy, /root/.netrc\n");
        assertThat(CommandRun.of("diff", to, from, "/opt").out())
                .isEqualTo("# Not shown: 1 file with a secret: /opt/copy\n");
    }

    @Test
    void filesWithoutRoomAreTheLastByPath() throws IOException {
        CommandRun run = diff(
                layer -> IntStream.range(0, 34).forEach(i -> layer.file("f/" + (10 + i), "a\n")),
                layer -> IntStream.range(0, 34)
                        .forEach(
                                i -> layer.file("f/" + (43 - i), ("some words of " + (43 - i) + "\n").repeat(60_000))));
        assertThat(run.out())
                .containsPattern("# Not shown: \\d files? beyond the first 32 MiB of differing files in an "
                        + "image: [^\n]*/f/43\n");
    }

    @Test
    void movedFileIsComparedAtBothPathsOnRequest() throws IOException {
        Consumer<LayerBuilder> before = layer -> layer.file("etc/old", "some words\n".repeat(3)).file("etc/a", "a\n");
        Consumer<LayerBuilder> after = layer -> layer.file("etc/new", "some words\n".repeat(3)).file("etc/a", "a\n");
        assertThat(diff(before, after, "--exit-code").status()).isZero();
        CommandRun run = diff(before, after, "-N", "--exit-code");
        assertThat(run.status()).isOne();
        assertThat(run.out()).contains("+++ b/etc/new", "--- a/etc/old", "+some words", "-some words");
        assertThat(run.err()).doesNotContain("no file differs");
    }

    @Test
    void hashesOfPasswordsAreNotShown() throws IOException {
        String hash = "$6$saltsaltsalt$" + "aB3./".repeat(17) + "c";
        CommandRun run = diff(layer -> layer.file("etc/shadow", "root:*:20000::::::\n").file("opt/users", "a:b\n"),
                layer -> layer.file("etc/shadow", "root:" + hash + ":20000::::::\n")
                        .file("opt/users", "root:" + hash + ":20000::::::\n"));
        assertThat(run.out()).doesNotContain("aB3./");
    }

    @Test
    void valuesThatMayBeSecretAreMaskedAlsoBelowTheirName() throws IOException {
        CommandRun run = diff(layer -> layer.file("etc/a.yml", "db:\n  password: old-Value-1\n  user: x\n"),
                layer -> layer.file("etc/a.yml", "db:\n  password: new-Value-2\n  user: y\n"));
        assertThat(run.out()).contains("-  password: (hidden)", "+  password: (hidden)", "-  user: x")
                .doesNotContain("Value");
    }

    @Test
    void valueIsHiddenAlsoFarBelowItsName() throws IOException {
        String head = "passwords:\n" + "  - # a long comment about nothing\n".repeat(500);
        CommandRun run = diff(layer -> layer.file("etc/a.yml", head + "  - Xk29vQpl77\n"),
                layer -> layer.file("etc/a.yml", head + "  - Xk29vQpl78\n"));
        assertThat(run.out()).contains("+  (hidden)").doesNotContain("Xk29");
    }

    @Test
    void equalLineThatIsASecretInOneImageIsHidden() throws IOException {
        CommandRun run = diff(layer -> layer.file("etc/a.yml", "password:\n  Xk29vQpl77\n"),
                layer -> layer.file("etc/a.yml", "username:\n  Xk29vQpl77\n"));
        assertThat(run.out()).contains("+username:\n (hidden)\n").doesNotContain("Xk29");
        assertThat(diff(layer -> layer.file("etc/a.yml", "username:\n  Xk29vQpl77\n"),
                layer -> layer.file("etc/a.yml", "password:\n  Xk29vQpl77\n")).out()).doesNotContain("Xk29");
    }

    @Test
    void missingEndOfAMaskedLastLineIsStated() throws IOException {
        CommandRun run = diff(layer -> layer.file("etc/a", "password: Xk29vQpl77"),
                layer -> layer.file("etc/a", "password: Xk29vQpl77\n"));
        assertThat(run.out()).endsWith("""
                @@ -1 +1 @@
                -password: (hidden)
                \\ No newline at end of file
                +password: (hidden)
                """);
    }

    @Test
    void binaryLargeAndLongFilesAreNamedWithTheReason() throws IOException {
        CommandRun run = diff(
                layer -> layer.file("bin/a", "\0a")
                        .file("bin/b", new byte[] { (byte) 0xff })
                        .file("large", "x\n")
                        .file("min.js", "x")
                        .file("short", "x\n"),
                layer -> layer.file("bin/a", "\0b")
                        .file("bin/b", new byte[] { (byte) 0xfe })
                        .file("large", "x\n".repeat(600_000))
                        .file("min.js", "y".repeat(5_000))
                        .file("short", "\n".repeat(100_001)));
        assertThat(run.out()).isEqualTo("""
                # Not shown: 1 file larger than 1 MiB: /large
                # Not shown: 2 files without text in UTF-8: /bin/a, /bin/b
                # Not shown: 2 files with a line of more than 4,096 characters, or more than 100,000 lines: /min.js, /short
                """);
    }

    @Test
    void hostileNamesAndCharactersAreVisible() throws IOException {
        CommandRun run = diff(layer -> layer.file("etc/\u001b[2J\n+++ b", "a\n"),
                layer -> layer.file("etc/\u001b[2J\n+++ b", "\u001b[31mred\u202e\r\n\tTab\n"));
        assertThat(run.out()).contains("--- \"a/etc/\\u001b[2J\\n+++ b\"\n", "+\\u001b[31mred\\u202e\\r\n", "+\tTab\n")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void outputHasAtMost64KibAndNamesTheRest() throws IOException {
        Consumer<LayerBuilder> before = layer -> IntStream.range(0, 40)
                .forEach(i -> layer.file("etc/" + i + "/" + "é".repeat(90), "a\n"));
        Consumer<LayerBuilder> after = layer -> IntStream.range(0, 40)
                .forEach(i -> layer.file("etc/" + i + "/" + "é".repeat(90), "some words\n".repeat(400)));
        CommandRun run = diff(before, after);
        assertThat(run.out().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(40_000, 65_536);
        assertThat(run.out()).containsPattern("# Not shown: \\d+ files beyond the 64 KiB of the whole output: /etc/");
    }

    @Test
    void contentOfHardLinksAndOfTheVisibleLayerIsCompared() throws IOException {
        Path from = Files.write(this.folder.resolve("from.tar"), ImageBuilder.anImage("a:1")
                .layer(layer -> layer.file("b/first", "lower\n").file("unused", "x\n"))
                .layer(layer -> layer.file("b/first", "upper\n").hardLink("a/link", "b/first"))
                .layer(layer -> layer.file("other", "x\n"))
                .asDockerArchive());
        Path to = Files.write(this.folder.resolve("to.tar"), ImageBuilder.anImage("b:1")
                .layer(layer -> layer.file("b/first", "new\n").file("a/link", "linked\n").file("unused", "x\n"))
                .asDockerArchive());
        CommandRun run = CommandRun.of("diff", from, to);
        assertThat(run.out()).as(run.err())
                .contains("--- a/a/link", "-upper\n+linked\n", "-upper\n+new\n")
                .doesNotContain("lower", "Not shown");
    }

    @Test
    void impossibleInputIsAnError() throws IOException {
        Path image = Files.write(this.folder.resolve("a.tar"),
                ImageBuilder.anImage("a:1").layer(layer -> layer.file("a", "1")).asDockerArchive());
        assertThat(CommandRun.of("diff", image).status()).isEqualTo(2);
        assertThat(CommandRun.of("diff", image, "-").err()).contains("reads each image twice");
        assertThat(CommandRun.of("diff", image, image, "-U", "-1").err()).contains("Expected 0 to 1000");
        assertThat(CommandRun.of("diff", image, image, "--platform", "all").err()).contains("reads one platform");
        assertThat(CommandRun.of("diff", image, image, "--output", image).status()).isEqualTo(2);
    }

    private CommandRun diff(Consumer<LayerBuilder> before, Consumer<LayerBuilder> after, String... arguments)
            throws IOException {
        Path from = Files.write(this.folder.resolve("from.tar"),
                ImageBuilder.anImage("a:1").layer(before).asDockerArchive());
        Path to = Files.write(this.folder.resolve("to.tar"),
                ImageBuilder.anImage("b:1").layer(after).asDockerArchive());
        Object[] all = new Object[3 + arguments.length];
        all[0] = "diff";
        all[1] = from;
        all[2] = to;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return CommandRun.of(all);
    }
}
