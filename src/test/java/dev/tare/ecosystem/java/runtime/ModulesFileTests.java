package dev.tare.ecosystem.java.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModulesFileTests {

    private static final byte[] MODULES = new ModulesBuilder().constant("java_version", "21.0.4")
            .constant("java_runtime_version", "21.0.4+7-LTS")
            .constant("launcher_name", "openjdk")
            .productVersion("Corretto-21.0.4.7.1")
            .build();

    @Test
    void collectReadsTheVersionOfTheRunningRuntime() throws IOException {
        Path modules = Path.of(System.getProperty("java.home"), "lib/modules");
        try (InputStream content = new BufferedInputStream(Files.newInputStream(modules))) {
            RuntimeFacts facts = Objects.requireNonNull(collect(content));
            assertThat(facts.version()).isEqualTo(System.getProperty("java.version"));
            assertThat(facts.runtimeVersion()).isEqualTo(System.getProperty("java.runtime.version"));
            assertThat(facts.get(RuntimeFacts.RUNTIME_NAME)).isEqualTo(System.getProperty("java.runtime.name"));
        }
    }

    @Test
    void collectReadsTheConstantsAndTheProductsVersion() throws IOException {
        assertThat(values(MODULES)).containsOnly(Map.entry(RuntimeFacts.VERSION, "21.0.4"),
                Map.entry(RuntimeFacts.RUNTIME_VERSION, "21.0.4+7-LTS"), Map.entry(RuntimeFacts.LAUNCHER, "openjdk"),
                Map.entry(RuntimeFacts.PRODUCT_VERSION, "Corretto-21.0.4.7.1"));
    }

    @Test
    void collectReadsCompressedClassesAndBothByteOrders() throws IOException {
        assertThat(values(new ModulesBuilder().constant("java_version", "17").compressed().build()))
                .containsEntry(RuntimeFacts.VERSION, "17");
        assertThat(values(new ModulesBuilder().constant("java_version", "17").bigEndian().compressed().build()))
                .containsEntry(RuntimeFacts.VERSION, "17");
    }

    @Test
    void collectWhenTheFileIsCutOffOrChangedStatesNoWrongVersion() throws IOException {
        for (int length = 28; length < MODULES.length; length++) {
            assertThat(values(Arrays.copyOf(MODULES, length))).isEmpty();
        }
        for (int at = 28; at < MODULES.length; at++) {
            byte[] changed = MODULES.clone();
            changed[at] ^= (byte) 0xff;
            assertThat(collect(new ByteArrayInputStream(changed))).isNotNull();
        }
    }

    /** Java's parser of class files throws several exceptions. */
    @Test
    void collectWhenTheClassIsDamagedNeverFails() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            byte[] changed = MODULES.clone();
            for (int change = 0; change < 4; change++) {
                changed[28 + random.nextInt(changed.length - 28)] = (byte) random.nextInt(256);
            }
            assertThat(collect(new ByteArrayInputStream(changed)) == null).isFalse();
        }
    }

    @Test
    void collectWhenTheFileIsOfAnotherKindHasNoFinding() throws IOException {
        assertThat(collect(new ByteArrayInputStream("modules of the kernel, one a line".getBytes()))).isNull();
        assertThat(collect(new ByteArrayInputStream(new byte[3]))).isNull();
    }

    private static Map<String, String> values(byte[] content) throws IOException {
        return Objects.requireNonNull(collect(new ByteArrayInputStream(content))).values();
    }

    private static @Nullable RuntimeFacts collect(InputStream content) throws IOException {
        return (RuntimeFacts) new ModulesCollector().collect(new TarEntry("jvm/lib/modules", EntryType.FILE, 1, 0644, 0,
                0, Instant.EPOCH, null, Map.of(), null), content);
    }
}
