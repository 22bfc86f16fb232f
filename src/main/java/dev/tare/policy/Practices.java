package dev.tare.policy;

import java.util.List;

import dev.tare.inspection.Inspection;

/** The practices that can be told from an inspection. */
public final class Practices {

    private static final List<Practice> ALL = List.of();

    private Practices() {}

    /** Judges an image by all of them, in a fixed order. */
    public static List<PracticeFinding> judge(Inspection inspection) {
        return ALL.stream().map(practice -> practice.judge(inspection)).toList();
    }
}
