package dev.tare.report.section;

import java.util.List;

import dev.tare.report.ImageReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Line;
import dev.tare.wording.Counts;

/**
 * A section of the page of a comparison, which the page shows on demand.
 *
 * @param id        for links to it
 * @param differing the number of its items in which the images differ; 0 if there is no other image
 * @param summary   a few words that stand for its blocks
 * @param blocks    empty if the summary already says everything
 */
public record PageSection(String id, String title, long differing, Line summary, List<Block> blocks) {

    public PageSection {
        blocks = List.copyOf(blocks);
    }

    /** A section of facts side by side. */
    static PageSection of(String id, String title, List<ImageReport> images, List<SideTable.Side> rows,
            List<? extends Block> blocks) {
        long differing = rows.stream().filter(SideTable.Side::differs).count();
        return new PageSection(id, title, differing, images.size() == 1 ? Line.of() : counts(differing, rows.size()),
                List.copyOf(blocks));
    }

    /** Such as {@code 8 differ, 20 the same}. */
    static Line counts(long differing, long all) {
        return Line.of(
                differing == 0 ? "none differs" : Counts.of(differing) + (differing == 1 ? " differs" : " differ"),
                all == differing ? null : ", " + Counts.of(all - differing) + " the same");
    }
}
