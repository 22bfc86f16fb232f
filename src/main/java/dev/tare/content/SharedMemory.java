package dev.tare.content;

import java.util.concurrent.TimeUnit;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A bounded amount of memory for the readers of all images together. An image cannot exceed it: a reader without room
 * waits until other readers release memory. One reader at a time may exceed the bound, so at least one reader can
 * always finish.
 */
final class SharedMemory {

    private final long allowed;

    private long taken;

    private @Nullable Share beyond;

    SharedMemory(long allowed) {
        this.allowed = allowed;
    }

    /** An empty share for one reader. */
    Share share() {
        return new Share();
    }

    /** The memory of one reader. Closing the share releases all of it. */
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
