package dev.tare.policy;

import java.util.List;

import dev.tare.inspection.Inspection;
import dev.tare.vulnerability.KnownVulnerabilities;
import org.jspecify.annotations.Nullable;

/** The figures of an image, as read from its layers or from the report of an earlier run. */
public sealed interface Figures permits ImageFigures, RecordedFigures {

    /** The display name. */
    String name();

    /** A figure other than {@link Measure#LARGEST_NEW_FILE} and {@link Measure#BREAKDOWN}. */
    Figure of(Measure measure);

    /** All lines of the breakdown. */
    List<Line> lines();

    /** Whether {@link #lines()} has all of them. */
    boolean hasAllLines();

    /** Whether the image has a layer. */
    boolean hasLayer(String diffId);

    /** The vulnerabilities that scanners report, or {@code null} without a report about the image. */
    @Nullable
    KnownVulnerabilities vulnerabilities();

    /** The whole image, or {@code null} if only a report of it is known. */
    @Nullable
    Inspection inspection();

    /** The visible bytes of the lines and chapters with a name. */
    default Figure breakdown(String name) {
        List<Line> found = lines().stream().filter(line -> line.isCalled(name)).toList();
        return found.isEmpty() && !hasAllLines()
                ? new Figure.Unknown("the report of " + name() + " does not list all lines of the breakdown")
                : new Figure.Known(found.stream().mapToLong(Line::visibleBytes).sum());
    }

    /**
     * A line of a breakdown.
     *
     * @param chapter display name of its chapter
     * @param name    unique in the chapter
     */
    record Line(String chapter, String name, long visibleBytes) {

        /** Whether a name, in any case, is that of the chapter or of the line, or {@code CHAPTER: LINE}. */
        boolean isCalled(String wanted) {
            return wanted.equalsIgnoreCase(this.chapter) || wanted.equalsIgnoreCase(this.name)
                    || wanted.equalsIgnoreCase(title());
        }

        /** The chapter and the line. */
        String title() {
            return this.chapter.equals(this.name) ? this.name : this.chapter + ": " + this.name;
        }
    }
}
