package dev.tare.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.tare.report.DifferenceReport;
import dev.tare.report.FilesReport.PathGrowth;
import dev.tare.report.document.Line;
import dev.tare.report.document.Value;

/** The places where an image grew most: paths, folders, and files that later layers hide. */
final class HeavyPaths {

    private static final Line WASTED = Line.of("wasted: replaced or deleted by later layers");

    private HeavyPaths() {}

    /** The growth of heavy paths, and that of wasted files if it is as large. The largest come first. */
    static List<Growth> of(DifferenceReport difference) {
        List<Growth> heavy = new ArrayList<>();
        difference.files()
                .heaviest()
                .forEach(growth -> heavy.add(new Growth(growth.visibleGrowthBytes(), line(growth))));
        long wasted = difference.uncompressedGrowthBytes() - difference.visibleGrowthBytes();
        long least = heavy.isEmpty() ? 1 : Math.abs(heavy.getLast().bytes);
        if (Math.abs(wasted) >= least) {
            heavy.add(new Growth(wasted, WASTED));
        }
        heavy.sort(Comparator.comparingLong(growth -> -Math.abs(growth.bytes)));
        return heavy;
    }

    private static Line line(PathGrowth growth) {
        Value.Code path = new Value.Code("/" + growth.path());
        if (!growth.path().endsWith("/")) {
            return Line.of(path);
        }
        return Line.of(path, " (", growth.others() ? Line.count(growth.paths(), "other path", "other paths")
                : Line.count(growth.paths(), "path", "paths"), ")");
    }

    /** The growth at a place, in uncompressed bytes. */
    record Growth(long bytes, Line place) {}
}
