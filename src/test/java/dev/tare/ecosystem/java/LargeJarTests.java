package dev.tare.ecosystem.java;

import dev.tare.fixture.ChildJvm;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LargeJarTests {

    @Test
    void jarOf300MegabytesIsReadInAHeapOf48Megabytes() throws Exception {
        assertThat(ChildJvm.run(LargeJar.class, 48, 48)).matches("3\\d{8} bytes, 48 jars, 0 unread, large\n");
    }
}
