package dev.tare.inspection;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Files that have to be in memory to be read: layers that are read at once take turns with large ones. */
final class LargeContent {

    private static final int SMALL = 1 << 20;

    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private LargeContent() {}

    /** Reads a file of a size, as soon as no other large one is in memory. */
    static <T> T read(long size, Reading<T> reading) throws IOException {
        if (size <= SMALL) {
            return reading.read();
        }
        awaitTurn();
        try {
            return reading.read();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static void awaitTurn() throws IOException {
        try {
            ONE_AT_A_TIME.lockInterruptibly();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Reading was interrupted");
        }
    }

    /** What is made of the file while it is in memory. */
    @FunctionalInterface
    interface Reading<T> {

        T read() throws IOException;
    }
}
