package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tare.inspection.base.Origin;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.Listing;
import dev.tare.report.WasteReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Row;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** The layers of each image, with the bytes that could be saved in them. */
final class LayerSection {

    private static final int MANY_LAYERS = 30;

    private static final int SHOWN_LAYERS = 100;

    private static final int PATHS = 5;

    private final ComparisonReport report;

    private final LeadingLayers leading;

    private LayerSection(ComparisonReport report) {
        this.report = report;
        this.leading = new LeadingLayers(report.images());
    }

    static Section of(ComparisonReport report) {
        LayerSection layers = new LayerSection(report);
        List<Block> blocks = new ArrayList<>();
        if (report.images().size() > 1) {
            blocks.add(new Block.Paragraph(Line.of("The lowest layers that images have in common are marked ",
                    new Value.Tag("common"), ", whatever the base image is; other layers of several images are marked ",
                    new Value.Tag("shared"), ".")));
        }
        report.images().forEach(image -> blocks.add(layers.image(image)));
        return Section.of("layers", "Layers", blocks);
    }

    private Section image(ImageReport image) {
        Value.ImageName name = Value.ImageName.of(image);
        List<Block> blocks = new ArrayList<>();
        if (this.report.images().size() > 1) {
            blocks.add(new Block.Paragraph(this.leading.sentence(image)));
        }
        blocks.add(layers(image));
        if (!image.waste().files().empty()) {
            blocks.add(wasted(image));
        }
        if (!image.waste().duplicates().largest().empty()) {
            blocks.add(duplicates(image.waste().duplicates()));
        }
        return new Section("layers-" + image.index(), Line.of(name), blocks);
    }

    private Table layers(ImageReport image) {
        int common = this.leading.of(image);
        Set<String> shared = this.report.layers()
                .stream()
                .filter(layer -> layer.images().size() > 1)
                .map(ComparisonReport.LayerPresence::diffId)
                .collect(Collectors.toSet());
        long all = this.report.images().stream().mapToLong(one -> one.layers().size()).sum();
        return Table.of(Line.count(image.layers().size(), "layer", "layers"), image.layers())
                .number("#", layer -> Cell.count(layer.index()))
                .secondary("Diff ID", false, layer -> Cell.of(new Value.Digest(layer.diffId())))
                .column("Origin", layer -> origin(layer, common, shared))
                .number("Uncompressed", layer -> Cell.size(layer.uncompressedBytes()))
                .number("Compressed", layer -> Cell.size(layer.compressedBytes()))
                .number("Wasted", layer -> Cell.size(layer.wastedBytes()))
                .secondary("Entries", true, layer -> Cell.count(layer.entries()))
                .column("Made by", Cell::step)
                .mark(layer -> layer.index() < common ? Row.Mark.LEADING : Row.Mark.NONE)
                .least(SHOWN_LAYERS)
                .whole()
                .folded(all > MANY_LAYERS)
                .build();
    }

    private static Cell origin(ImageReport.Layer layer, int common, Set<String> shared) {
        String mark = layer.index() < common ? "common" : shared.contains(layer.diffId()) ? "shared" : null;
        return Cell.of(new Value.Tag(Words.of(layer.origin())), mark == null ? null : " ",
                mark == null ? null : new Value.Tag(mark));
    }

    static Table wasted(ImageReport image) {
        Listing<WasteReport.WastedFile> files = image.waste().files();
        return Table
                .of(Line.of(new Value.Size(image.sizes().wastedBytes(), false), " wasted in ",
                        Line.count(files.total(), "file", "files")), files)
                .number("Size", file -> Cell.size(file.uncompressedBytes()))
                .column("Path", file -> FileTables.path(file.path()))
                .column("In layer", file -> layer(file.layer(), file.layerOrigin()))
                .column("Hidden by layer", file -> layer(file.hiddenByLayer(), file.origin())
                        .withNote(hidden(file)))
                .folded(true)
                .build();
    }

    private static Cell layer(int index, Origin origin) {
        return Cell.of(new Value.Count(index), origin == Origin.UNKNOWN ? null : ", " + Words.of(origin));
    }

    private static @Nullable Line hidden(WasteReport.WastedFile file) {
        if (file.layer() == file.hiddenByLayer()) {
            return Line.of("the layer has the path more than once");
        }
        return file.sameContentAgain() ? Line.of("with the same content again") : null;
    }

    static Table duplicates(WasteReport.Duplicates duplicates) {
        Line title = Line.of(Line.count(duplicates.contents(), "content", "contents"),
                " in several files; keeping one of each would save ", new Value.Size(duplicates.savableBytes(), false),
                " in ", Line.count(duplicates.copies(), "file", "files"));
        return Table.of(title, duplicates.largest())
                .number("To save", duplicate -> Cell.size(duplicate.savableBytes()))
                .number("Files", duplicate -> Cell.count(duplicate.files().total()))
                .number("Each", duplicate -> Cell.size(duplicate.sizeBytes()))
                .column("Paths", duplicate -> files(duplicate.files()))
                .folded(true)
                .build();
    }

    private static Cell files(Listing<WasteReport.DuplicateFile> files) {
        List<Line> shown = files.items()
                .stream()
                .limit(PATHS)
                .map(file -> Line.of(new Value.Code("/" + file.path()), " layer " + file.layer()))
                .toList();
        long more = files.total() - shown.size();
        return Cell.of(shown).withNote(more == 0 ? null : Line.of("and ", new Value.Count(more), " more"));
    }
}
