package dev.tare.inspection;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LargeJarTests {

    @Test
    void jarOf300MegabytesIsReadInAHeapOf48Megabytes() throws Exception {
        assertThat(read(48, "-Xmx48m")).matches("3\\d{8} bytes, 48 jars, 0 unread, large\n");
    }

    private static String read(int jars, String heap) throws Exception {
        Process java = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap, "-cp", System.getProperty("java.class.path"), LargeJar.class.getName(), Integer.toString(jars)))
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        java.waitFor();
        return output;
    }
}
