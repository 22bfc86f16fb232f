package dev.tare.policy.check;

import java.util.List;

import dev.tare.inspection.Inspection;

/** One check of an image. It reads files and config, and never relies on what the history claims. */
public abstract class Practice {

    private final String id;

    private final String title;

    private final String asks;

    private final String why;

    private final List<String> checks;

    /** @param checks that ask the same, see {@link #checks()} */
    Practice(String id, String title, String asks, String why, String... checks) {
        this.id = id;
        this.title = title;
        this.asks = asks;
        this.why = why;
        this.checks = List.of(checks);
    }

    /** Short and stable, in kebab case. */
    public String id() {
        return this.id;
    }

    /** The check in a few words, such as {@code Runs as a non-root user}. */
    public String title() {
        return this.title;
    }

    /** The exact condition, in a sentence. */
    public String asks() {
        return this.asks;
    }

    /** Why it matters, in a sentence. */
    public String why() {
        return this.why;
    }

    /** The checks of CIS and dockle with the same condition, such as {@code CIS-DI-0001}. */
    public List<String> checks() {
        return this.checks;
    }

    /** Judges an image. */
    public abstract PracticeFinding judge(Inspection inspection);

    PracticeFinding pass(String... evidence) {
        return PracticeFinding.masked(this, Verdict.PASS, List.of(evidence), null);
    }

    PracticeFinding warn(String evidence, String remedy) {
        return PracticeFinding.masked(this, Verdict.WARN, List.of(evidence), remedy);
    }

    PracticeFinding fail(String evidence, String remedy) {
        return PracticeFinding.masked(this, Verdict.FAIL, List.of(evidence), remedy);
    }

    PracticeFinding notApplicable(String evidence) {
        return PracticeFinding.masked(this, Verdict.NOT_APPLICABLE, List.of(evidence), null);
    }

    PracticeFinding unknown(String evidence, String remedy) {
        return PracticeFinding.masked(this, Verdict.UNKNOWN, List.of(evidence), remedy);
    }
}
