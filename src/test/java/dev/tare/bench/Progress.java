package dev.tare.bench;

/** Reports the progress on standard error. Standard output is for the figures. */
public final class Progress {

    private Progress() {}

    @SuppressWarnings("SystemOut")
    public static void say(String text) {
        System.err.println("tare: " + text);
    }
}
