package dev.tare.report.diff;

/** The reason why a file that differs is not shown. */
public enum Omission {

    SECRET("with a secret"),

    LARGE("larger than 1 MiB"),

    NO_TEXT("without text in UTF-8"),

    LONG("with a line of more than 4,096 characters, or more than 100,000 lines"),

    MEMORY("beyond the first 32 MiB of differing files in an image"),

    UNREADABLE("with content that could not be read again"),

    ROOM("beyond the 64 KiB of the whole output");

    private final String words;

    Omission(String words) {
        this.words = words;
    }

    /** Words that follow a number of files. */
    String words() {
        return this.words;
    }
}
