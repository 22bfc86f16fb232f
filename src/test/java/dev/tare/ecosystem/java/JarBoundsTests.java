package dev.tare.ecosystem.java;

import dev.tare.archive.zip.UnreadableZipException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JarBoundsTests {

    private static final long MOST = JarBounds.budgetOf(64L << 20);

    @Test
    void nestedJarMayNotUseTheWholeBudgetOfItsJar() {
        JarBounds bounds = new JarBounds(1L << 40, 8);
        assertThat(bounds.readable(Long.MAX_VALUE)).isEqualTo(MOST);
        bounds.takeRead(MOST);
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> bounds.readable(1));
        bounds.nextEntry();
        assertThat(bounds.readable(Long.MAX_VALUE)).isEqualTo(MOST);
    }

    @Test
    void allNestedJarsShareTheBudgetOfTheirJar() {
        JarBounds bounds = new JarBounds(1000, 8);
        bounds.takeRead(JarBounds.budgetOf(1000));
        bounds.nextEntry();
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> bounds.readable(1));
    }

    @Test
    void eachLevelOfNestedJarsMayHaveHalfOfTheSize() {
        JarBounds bounds = new JarBounds(1000, 2);
        assertThat(bounds.maxNestedSize(1)).isEqualTo(64L << 20);
        assertThat(bounds.maxNestedSize(2)).isEqualTo(32L << 20);
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> bounds.maxNestedSize(3));
    }

    @Test
    void skippedBytesHaveTheirOwnBound() {
        JarBounds bounds = new JarBounds(1000, 8);
        bounds.takeSkipped(JarBounds.budgetOf(1000));
        assertThat(bounds.readable(1)).isEqualTo(1);
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> bounds.takeSkipped(1));
    }

    @Test
    void librariesOfAllJarsAreListedUpToTheirBound() {
        JarBounds bounds = new JarBounds(1000, 8);
        assertThat(bounds.takeLibraries(19_999)).isEqualTo(19_999);
        assertThat(bounds.takeLibraries(2)).isEqualTo(1);
        assertThat(bounds.takeLibraries(1)).isZero();
    }
}
