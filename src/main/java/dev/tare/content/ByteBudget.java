package dev.tare.content;

import java.util.concurrent.TimeUnit;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the bytes that are in memory at once. Readers wait for room, but one reader at a time may exceed the bound. So
 * one of them always finishes.
 */
final class ByteBudget {

    private final long allowed;

    private long taken;

    private @Nullable Share beyond;

    ByteBudget(long allowed) {
        this.allowed = allowed;
    }

    /** The share of one reader, empty at first. */
    Share share() {
        return new Share();
    }

    /** The bytes of one reader. Closing returns all of them. */
    final class Share implements AutoCloseable {

        private long own;

        /**
         * Waits for room for more bytes.
         *
         * @throws dev.tare.limits.LimitExceededException if there is no room before the deadline
         */
        void take(long bytes, Deadline deadline) throws InterruptedException {
            synchronized (ByteBudget.this) {
                while (!hasRoom(bytes)) {
                    TimeUnit.NANOSECONDS.timedWait(ByteBudget.this, Math.max(1, deadline.nanosLeft()));
                    deadline.check();
                }
                this.own += bytes;
                ByteBudget.this.taken += ByteBudget.this.beyond == this ? 0 : bytes;
            }
        }

        private boolean hasRoom(long bytes) {
            if (ByteBudget.this.beyond == this || ByteBudget.this.taken + bytes <= ByteBudget.this.allowed) {
                return true;
            }
            if (ByteBudget.this.beyond != null) {
                return false;
            }
            ByteBudget.this.beyond = this;
            ByteBudget.this.taken -= this.own;
            ByteBudget.this.notifyAll();
            return true;
        }

        @Override
        public void close() {
            synchronized (ByteBudget.this) {
                if (ByteBudget.this.beyond == this) {
                    ByteBudget.this.beyond = null;
                } else {
                    ByteBudget.this.taken -= this.own;
                }
                ByteBudget.this.notifyAll();
            }
        }
    }
}
