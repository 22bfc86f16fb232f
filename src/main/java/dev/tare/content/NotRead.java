package dev.tare.content;

/** The finding that a file cannot be read, with the reason as a sentence. */
public record NotRead(Unread.Subject subject, String because) implements Finding {

    private static final int OVERHEAD = 128;

    @Override
    public long length() {
        return OVERHEAD + Finding.lengthOf(this.because);
    }
}
