package dev.tare.content;

/** Something that cannot be read, and why, in a sentence. */
public record NotRead(Unread.Subject subject, String because) implements Finding {

    private static final int OVERHEAD = 128;

    @Override
    public long length() {
        return OVERHEAD + Finding.lengthOf(this.because);
    }
}
