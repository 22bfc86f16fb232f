package dev.tare.report;

import dev.tare.inspection.Inspection;

/**
 * What an inspection of one image comes to. Its JSON form is as stable as that of {@link ComparisonReport}.
 *
 * @param formatVersion of this document's shape
 */
public record InspectionReport(int formatVersion, ImageReport image) {

    /** Reports one image. */
    public static InspectionReport of(Inspection inspection) {
        return new InspectionReport(ComparisonReport.FORMAT_VERSION,
                new ImageReporter(0, inspection).report());
    }
}
