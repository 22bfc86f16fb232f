package dev.tare.policy.check;

import java.util.List;

import dev.tare.inspection.Inspection;

/** One check of an image. It reads the files and the config, and ignores the history. */
public abstract class Check {

    private final String id;

    private final String title;

    private final String requirement;

    private final String why;

    private final List<String> equivalents;

    /** @param equivalents checks of CIS and dockle, see {@link #equivalents()} */
    Check(String id, String title, String requirement, String why, String... equivalents) {
        this.id = id;
        this.title = title;
        this.requirement = requirement;
        this.why = why;
        this.equivalents = List.of(equivalents);
    }

    /** A short and stable identifier in kebab case. */
    public String id() {
        return this.id;
    }

    /** The check in a few words, such as {@code Runs as non-root}. */
    public String title() {
        return this.title;
    }

    /** The exact condition, in one or two sentences. */
    public String requirement() {
        return this.requirement;
    }

    /** The reason for the check, in one or two sentences. */
    public String why() {
        return this.why;
    }

    /** The checks of CIS and dockle with the same condition, such as {@code CIS-DI-0001}. */
    public List<String> equivalents() {
        return this.equivalents;
    }

    /** Whether the check has a meaning for Linux images only. {@link Checks#judge} never applies it to another image. */
    public boolean isOnlyForLinux() {
        return false;
    }

    /** Judges an image. */
    public abstract CheckFinding judge(Inspection inspection);

    CheckFinding pass(String... evidence) {
        return CheckFinding.masked(this, Verdict.PASS, List.of(evidence), null);
    }

    CheckFinding warn(String evidence, String remedy) {
        return CheckFinding.masked(this, Verdict.WARN, List.of(evidence), remedy);
    }

    CheckFinding fail(String evidence, String remedy) {
        return CheckFinding.masked(this, Verdict.FAIL, List.of(evidence), remedy);
    }

    CheckFinding notApplicable(String evidence) {
        return CheckFinding.masked(this, Verdict.NOT_APPLICABLE, List.of(evidence), null);
    }

    CheckFinding unknown(String evidence, String remedy) {
        return CheckFinding.masked(this, Verdict.UNKNOWN, List.of(evidence), remedy);
    }
}
