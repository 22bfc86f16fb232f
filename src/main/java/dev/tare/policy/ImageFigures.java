package dev.tare.policy;

import java.util.List;

import dev.tare.content.Unread.Subject;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.Origin;
import dev.tare.inspection.ledger.Ledger;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.inspection.waste.DiveEfficiency;
import dev.tare.vulnerability.ImageVulnerabilities;
import dev.tare.vulnerability.KnownVulnerabilities;
import org.jspecify.annotations.Nullable;

/** The figures of an inspected image. The breakdown takes a pass over all files, so it is only made if it is needed. */
public final class ImageFigures implements Figures {

    private final Inspection inspection;

    private final @Nullable ImageVulnerabilities scanned;

    private @Nullable Ledger ledger;

    /** @param inspection with its base image, as far as it is known */
    public ImageFigures(Inspection inspection) {
        this(inspection, null);
    }

    /** @param scanned {@code null} without a report of a scanner */
    public ImageFigures(Inspection inspection, @Nullable ImageVulnerabilities scanned) {
        this.inspection = inspection;
        this.scanned = scanned;
    }

    @Override
    public String name() {
        return this.inspection.image().name();
    }

    @Override
    public Inspection inspection() {
        return this.inspection;
    }

    @Override
    public Figure of(Measure measure) {
        var sizes = this.inspection.weight().sizes();
        DiveEfficiency dive = this.inspection.weight().efficiency();
        return switch (measure) {
            case TOTAL -> new Figure.Known(sizes.uncompressed());
            case APPLICATION -> application();
            case COMPRESSED -> sizes.compressed() == null
                    ? new Figure.Unknown("a layer of " + name() + " is stored uncompressed")
                    : new Figure.Known(sizes.compressed());
            case LAYERS -> new Figure.Known(this.inspection.weight().layers().size());
            case WASTED -> new Figure.Known(sizes.wasted());
            case PACKAGES -> packages();
            case FILES -> new Figure.Known(this.inspection.files().fileCount());
            case EXECUTABLES -> new Figure.Known(this.inspection.surface().executables());
            case SETUID -> this.inspection.surface().examined()
                    ? new Figure.Known(this.inspection.surface().of(SurfaceKind.SETUID).size())
                    : new Figure.Unknown(name() + " is no Linux image");
            case REPEATED -> new Figure.Known(dive.all() - dive.smallest());
            case DIVE_WASTED, DIVE_USER_WASTED -> new Figure.Known(dive.wasted());
            case LARGEST_NEW_FILE, BREAKDOWN, VULNERABILITIES, NEW_VULNERABILITIES ->
                    throw new IllegalArgumentException(measure + " needs more than an image");
        };
    }

    /** The whole bytes, if a rule of dive limits a share of them. */
    long whole(Measure measure) {
        return measure == Measure.REPEATED ? this.inspection.weight().efficiency().all()
                : this.inspection.weight().sizes().uncompressed()
                        - this.inspection.weight().lowestUncompressedSize(1);
    }

    @Override
    public List<Line> lines() {
        return ledger().lines()
                .stream()
                .map(line -> new Line(line.chapter().title(), line.name(), line.size()))
                .toList();
    }

    @Override
    public boolean hasAllLines() {
        return true;
    }

    @Override
    public boolean hasLayer(String diffId) {
        return this.inspection.image().layers().stream().anyMatch(layer -> layer.diffId().toString().equals(diffId));
    }

    @Override
    public @Nullable KnownVulnerabilities vulnerabilities() {
        return this.scanned == null ? null : this.scanned.known();
    }

    /** What scanners report about the image, or {@code null}. */
    @Nullable
    ImageVulnerabilities scanned() {
        return this.scanned;
    }

    /** The breakdown of the image. */
    Ledger ledger() {
        if (this.ledger == null) {
            this.ledger = Ledger.of(this.inspection);
        }
        return this.ledger;
    }

    private Figure application() {
        return this.inspection.base().boundary() instanceof BaseBoundary.Known
                ? new Figure.Known(this.inspection.uncompressedSize(Origin.NET))
                : new Figure.Unknown("the base image of " + name() + " is not verified or stated");
    }

    private Figure packages() {
        return this.inspection.software().leavesUnread(Subject.OS_PACKAGES)
                ? new Figure.Unknown("packages of " + name() + " could not be read")
                : new Figure.Known(this.inspection.software().packages().size());
    }
}
