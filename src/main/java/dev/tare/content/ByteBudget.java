package dev.tare.content;

import java.util.concurrent.TimeUnit;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes may be in memory at once. Whoever finds no room goes on beyond it if nobody else does, so that there is
 * always somebody who gets to an end; the others wait until there is room.
 */
final class ByteBudget {

    private final long allowed;

    private long taken;

    private @Nullable Share beyond;

    ByteBudget(long allowed) {
        this.allowed = allowed;
    }

    /** What one reader has of it; nothing yet. */
    Share share() {
        return new Share();
    }

    /** Gives back all that it took when it is closed. */
    final class Share implements AutoCloseable {

        private long own;

        /**
         * Waits until there is room for these bytes too.
         *
         * @throws dev.tare.limits.LimitExceededException if there is none before the deadline
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
