package dev.tare.ecosystem.java;

import dev.tare.archive.zip.UnreadableZipException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JarBoundsTests {

    private static final long MOST = JarBounds.budgetOf(64L << 20);

    @Test
    void oneJarInALargeOneMayNotTakeAllThatTheLargeOneMayTake() {
        JarBounds bounds = new JarBounds(1L << 40, 8);
        assertThat(bounds.readable(Long.MAX_VALUE)).isEqualTo(MOST);
        bounds.takeRead(MOST);
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> bounds.readable(1));
        bounds.nextEntry();
        assertThat(bounds.readable(Long.MAX_VALUE)).isEqualTo(MOST);
    }

    @Test
    void allJarsInOneTakeNoMoreThanItMayTake() {
        JarBounds bounds = new JarBounds(1000, 8);
        bounds.takeRead(JarBounds.budgetOf(1000));
        bounds.nextEntry();
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> bounds.readable(1));
    }
}
