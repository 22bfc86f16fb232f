package dev.tare.bench;

/** Says on standard error how far the measuring is; standard output is for what it found. */
final class Progress {

    private Progress() {}

    @SuppressWarnings("SystemOut")
    static void say(String text) {
        System.err.println("bench: " + text);
    }
}
