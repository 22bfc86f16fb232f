package dev.tare.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The shell fish completes the command. */
class CompletionIT {

    @TempDir
    private Path folder;

    @Test
    void fishCompletesCommandsOptionsAndImages() throws Exception {
        assertThat(complete("tare insp")).singleElement().asString().startsWith("inspect\tDescribe one image");
        assertThat(complete("tare base ch")).singleElement().asString().startsWith("check\t");
        assertThat(complete("tare inspect --for")).singleElement().asString().startsWith("--format\t");
        assertThat(complete("tare inspect docker://a")).containsExactly("docker://app:1");
        assertThat(complete("tare sizes --sar")).isEmpty();
    }

    @Test
    void otherShellIsRejected() {
        CommandRun run = CommandRun.of("completion", "tcsh");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Not a shell with a completion: \"tcsh\". Expected bash, zsh or fish");
    }

    private List<String> complete(String line) throws IOException, InterruptedException {
        Path script = Files.writeString(this.folder.resolve("tare.fish"), CommandRun.of("completion", "fish").out());
        Files.writeString(this.folder.resolve("tare"),
                "#!/bin/sh\n[ \"$*\" = 'images --engine docker --format names' ] && echo docker://app:1\n")
                .toFile()
                .setExecutable(true);
        ProcessBuilder fish = new ProcessBuilder("fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]",
                script.toString(), line).redirectErrorStream(true);
        fish.environment().compute("PATH", (name, path) -> this.folder + ":" + path);
        fish.environment().put("HOME", this.folder.toString());
        Process process = fish.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().toList();
    }
}
