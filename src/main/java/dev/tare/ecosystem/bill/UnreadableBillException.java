package dev.tare.ecosystem.bill;

import org.jspecify.annotations.Nullable;

/** A bill of materials is damaged or exceeds a bound. The message is a clause without a full stop. */
public final class UnreadableBillException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason a clause without a full stop */
    public UnreadableBillException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
