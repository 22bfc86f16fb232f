package dev.tare.inspection;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import dev.tare.archive.Limits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManyFilesTests {

    private static final int MILLION = 1_000_000;

    /** With this heap also everything else of the inspection must be done, and its result be kept. */
    @Test
    void millionFilesAreInspectedInAHeapOf320Megabytes() throws Exception {
        assertThat(inspect(MILLION, "-Xmx320m")).startsWith(MILLION + " files");
    }

    @Test
    void treeKeepsAFileInLessThan200Bytes() {
        int files = 10_000;
        Inspection none = new Inspector(Limits.DEFAULTS).inspect(new ManyFiles(0));
        Inspection many = new Inspector(Limits.DEFAULTS).inspect(new ManyFiles(files));
        assertThat(many.files().get(ManyFiles.path(files - 1))).isNotNull();
        assertThat(many.heapSize() - none.heapSize()).isLessThan(200L * files);
    }

    private static String inspect(int files, String heap) throws Exception {
        Process java = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap, "-cp", System.getProperty("java.class.path"), ManyFiles.class.getName(), Integer.toString(files)))
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        java.waitFor();
        return output;
    }
}
