package dev.tare.content;

import java.util.function.UnaryOperator;

/** The finding that a file cannot be read, with the reason as a sentence. */
public record NotRead(Unread.Subject subject, String because) implements Finding {

    private static final int OVERHEAD = 128;

    @Override
    public Finding masked(UnaryOperator<String> masking) {
        return new NotRead(this.subject, masking.apply(this.because));
    }

    @Override
    public long length() {
        return OVERHEAD + Finding.lengthOf(this.because);
    }
}
