package dev.tare.policy.check;

import dev.tare.inspection.Inspection;
import dev.tare.wording.Counts;

/** Checks that the number of layers is well below the maximum of engines. */
final class FewLayers extends Check {

    private static final int WARN_ABOVE = 100;

    /** The maximum of the Docker engine. */
    private static final int FAIL_ABOVE = 125;

    private static final String REMEDY = "Combine related steps.";

    FewLayers() {
        super("few-layers", "Few layers",
                "The image has at most " + WARN_ABOVE + " layers. More is a warning, and more than " + FAIL_ABOVE
                        + " is a failure.",
                "The Docker engine rejects an image with more than " + FAIL_ABOVE
                        + " layers, and images that build on this one add layers.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        int layers = inspection.weight().layers().size();
        String evidence = "The image has " + Counts.of(layers, "layer", "layers") + ".";
        if (layers > FAIL_ABOVE) {
            return fail(evidence, REMEDY);
        }
        return layers > WARN_ABOVE ? warn(evidence, REMEDY) : pass(evidence);
    }
}
