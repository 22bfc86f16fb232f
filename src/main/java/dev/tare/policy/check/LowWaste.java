package dev.tare.policy.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

import dev.tare.filetree.merge.WastedFile;
import dev.tare.inspection.Inspection;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;

import static java.util.stream.Collectors.joining;

/** Checks that higher layers hide few bytes of lower layers. */
final class LowWaste extends Check {

    private static final int WARN_ABOVE = 5;

    private static final int FAIL_ABOVE = 10;

    private static final int NAMED = 3;

    private static final String REMEDY =
            "Delete files in the step that creates them. Set mode and owner while you copy files.";

    LowWaste() {
        super("low-waste", "Few wasted bytes",
                "Higher layers replace or delete at most " + WARN_ABOVE
                        + " % of the uncompressed bytes. More is a warning, and more than " + FAIL_ABOVE
                        + " % is a failure.",
                "Every pull downloads the wasted bytes, although no container can see them.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        BigDecimal percent = percent(inspection.weight().sizes().wasted(), inspection.weight().sizes().uncompressed());
        String evidence =
                Counts.of(inspection.weight().sizes().wasted()) + " of "
                        + Counts.of(inspection.weight().sizes().uncompressed())
                        + " uncompressed bytes are wasted (" + percent.setScale(2, RoundingMode.HALF_UP) + " %)."
                        + largest(inspection);
        if (percent.compareTo(BigDecimal.valueOf(FAIL_ABOVE)) > 0) {
            return fail(evidence, REMEDY);
        }
        return percent.compareTo(BigDecimal.valueOf(WARN_ABOVE)) > 0 ? warn(evidence, REMEDY) : pass(evidence);
    }

    private static BigDecimal percent(long part, long whole) {
        return whole == 0 ? BigDecimal.ZERO
                : BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 9,
                                RoundingMode.HALF_UP);
    }

    private static String largest(Inspection inspection) {
        return inspection.weight().waste().isEmpty() ? ""
                : " Largest files: "
                        + inspection.weight()
                                .waste()
                                .stream()
                                .limit(NAMED)
                                .map(LowWaste::described)
                                .collect(joining(", ", "", "."));
    }

    private static String described(WastedFile file) {
        return "/" + file.path() + " (" + Bytes.exact(file.bytes()) + " in layer " + file.layer() + ", hidden by layer "
                + file.hiddenBy() + ")";
    }
}
