package dev.tare.bench;

/** Reports the progress on standard error. Standard output is for the figures. */
final class Progress {

    private Progress() {}

    @SuppressWarnings("SystemOut")
    static void say(String text) {
        System.err.println("bench: " + text);
    }
}
