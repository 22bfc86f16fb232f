package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.Listing;
import dev.tare.report.SecurityReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Words;

/** The secrets in the images, their attack surface, and files that programs may need. */
final class SecuritySection {

    private SecuritySection() {}

    static Section of(ComparisonReport report) {
        List<ImageReport> images = report.images();
        return Section.of("security", "Security", List.of(secrets(images),
                surface("surface", "Attack surface", "Programs and files that help an attacker in a container.", images,
                        false),
                surface("runtime-files", "Runtime files",
                        "Files that programs often need, such as CA certificates and time zones.", images, true)));
    }

    private static Section surface(String id, String title, String about, List<ImageReport> images,
            boolean runtimeFiles) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Line.of(about)));
        if (!runtimeFiles) {
            blocks.addAll(notExamined(images));
        }
        blocks.add(surface(title, images, runtimeFiles));
        return Section.of(id, title, blocks);
    }

    /** The reasons apply to the runtime files too, and stand only above the first of both tables. */
    private static List<Block> notExamined(List<ImageReport> images) {
        return images.stream()
                .filter(image -> image.security().surfaceNotExaminedBecause() != null)
                .<Block>map(image -> new Block.Paragraph(
                        Line.of(Value.ImageName.of(image), ": " + image.security().surfaceNotExaminedBecause())))
                .toList();
    }

    private static Section secrets(List<ImageReport> images) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Line.of("Keys, tokens and passwords in the files of any layer, the environment, "
                + "the labels and the history: where they are, never their values.")));
        for (ImageReport image : images) {
            Value.ImageName name = Value.ImageName.of(image);
            blocks.add(image.security().secrets().empty() ? new Block.Paragraph(Line.of(name, ": none found"))
                    : secrets(image, name));
        }
        return Section.of("secrets", "Secrets", blocks);
    }

    private static Table secrets(ImageReport image, Value.ImageName name) {
        Listing<SecurityReport.FoundSecret> secrets = image.security().secrets();
        return Table.of(Line.of("Secrets in ", name), secrets)
                .column("Kind", secret -> Cell.of(Words.capitalised(secret.title())))
                .column("Place", secret -> Cell.code(secret.place()))
                .number("Layer", secret -> secret.layer() == null ? Cell.absent() : Cell.count(secret.layer()))
                .column("Seen", secret -> secret.hiddenByLayer() == null ? Cell.of("visible")
                        : Cell.tag("hidden by layer " + secret.hiddenByLayer()))
                .column("Certainty", secret -> Cell.of(Words.of(secret.certainty())))
                .about(secret -> Line.of(secret.evidence()))
                .summary(new Value.Count(secrets.total()))
                .build();
    }

    private static Table surface(String title, List<ImageReport> images, boolean runtimeFiles) {
        List<SecurityReport.Surface> kinds = images.getFirst().security().surface();
        List<Integer> rows = IntStream.range(0, kinds.size())
                .filter(at -> kinds.get(at).runtimeFiles() == runtimeFiles)
                .boxed()
                .toList();
        return Table.of(title, rows)
                .column("", at -> Cell.of(Words.capitalised(kinds.get(at).title())))
                .images(Table.Shape.MATRIX, images, true,
                        (at, image) -> paths(images.get(image).security(), at))
                .build();
    }

    private static Cell paths(SecurityReport security, int at) {
        if (security.surfaceNotExaminedBecause() != null) {
            return Cell.of("not examined");
        }
        Listing<SecurityReport.SurfacePath> paths = security.surface().get(at).paths();
        List<Line> lines = paths.items()
                .stream()
                .map(path -> Line.of(new Value.Code("/" + path.path()), path.capabilities() == null ? null : " ",
                        path.capabilities() == null ? null : new Value.Code(path.capabilities())))
                .toList();
        return paths.empty() ? Cell.of("none")
                : Cell.count(paths.total()).withItems(new Listing<>(paths.total(), paths.leftOut(), lines));
    }
}
