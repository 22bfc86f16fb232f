package dev.tare.policy.check;

import dev.tare.inspection.Inspection;
import dev.tare.wording.Words;

/** Checks that the image has fewer layers than engines accept. */
final class FewLayers extends Check {

    private static final int WARN_ABOVE = 100;

    /** A Docker engine refuses an image with more. */
    private static final int FAIL_ABOVE = 125;

    private static final String REMEDY = "Put steps that belong together into one.";

    FewLayers() {
        super("few-layers", "Has few layers",
                "There are at most " + WARN_ABOVE + " layers; more than " + FAIL_ABOVE + " fails.",
                "A Docker engine takes no image with more than " + FAIL_ABOVE
                        + ", and whoever builds on this one adds some.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        int layers = inspection.weight().layers().size();
        String evidence = "There " + (layers == 1 ? "is " : "are ") + Words.count(layers, "layer", "layers") + ".";
        if (layers > FAIL_ABOVE) {
            return fail(evidence, REMEDY);
        }
        return layers > WARN_ABOVE ? warn(evidence, REMEDY) : pass(evidence);
    }
}
