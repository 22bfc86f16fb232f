package dev.tare.policy;

import dev.tare.inspection.Inspection;

/** One thing that a good image does, told from the image itself and never from what its history claims. */
public interface Practice {

    /** Short and stable, in kebab case. */
    String id();

    /** The practice in a few words, such as {@code Runs as a non-root user}. */
    String title();

    /** What exactly is asked, in a sentence. */
    String asks();

    /** Why it matters, in a sentence. */
    String why();

    /** Judges an image. */
    PracticeFinding judge(Inspection inspection);
}
