package dev.tare.content;

import java.util.concurrent.TimeUnit;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A bounded amount of memory for the readers of all images together. It is no limit that an image can exceed: a reader
 * that finds no room waits until others give theirs back. One reader at a time may go beyond the bound, so that there is
 * always one that can finish.
 */
final class SharedMemory {

    private final long allowed;

    private long taken;

    private @Nullable Share beyond;

    SharedMemory(long allowed) {
        this.allowed = allowed;
    }

    /** A share for one reader, which holds nothing yet. */
    Share share() {
        return new Share();
    }

    /** The memory that one reader holds. Closing the share gives all of it back. */
    final class Share implements AutoCloseable {

        private long own;

        /**
         * Waits until there is room for more bytes.
         *
         * @throws dev.tare.limits.LimitExceededException if there is no room before the deadline
         */
        void take(long bytes, Deadline deadline) throws InterruptedException {
            synchronized (SharedMemory.this) {
                while (!hasRoom(bytes)) {
                    TimeUnit.NANOSECONDS.timedWait(SharedMemory.this, Math.max(1, deadline.nanosLeft()));
                    deadline.check();
                }
                this.own += bytes;
                SharedMemory.this.taken += SharedMemory.this.beyond == this ? 0 : bytes;
            }
        }

        private boolean hasRoom(long bytes) {
            if (SharedMemory.this.beyond == this || SharedMemory.this.taken + bytes <= SharedMemory.this.allowed) {
                return true;
            }
            if (SharedMemory.this.beyond != null) {
                return false;
            }
            SharedMemory.this.beyond = this;
            SharedMemory.this.taken -= this.own;
            SharedMemory.this.notifyAll();
            return true;
        }

        @Override
        public void close() {
            synchronized (SharedMemory.this) {
                if (SharedMemory.this.beyond == this) {
                    SharedMemory.this.beyond = null;
                } else {
                    SharedMemory.this.taken -= this.own;
                }
                SharedMemory.this.notifyAll();
            }
        }
    }
}
