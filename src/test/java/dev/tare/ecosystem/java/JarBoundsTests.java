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
        bounds.take(MOST);
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> bounds.readable(1));
        bounds.next();
        assertThat(bounds.readable(Long.MAX_VALUE)).isEqualTo(MOST);
    }

    @Test
    void allJarsInOneTakeNoMoreThanItMayTake() {
        JarBounds bounds = new JarBounds(1000, 8);
        bounds.take(JarBounds.budgetOf(1000));
        bounds.next();
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> bounds.readable(1));
    }
}
