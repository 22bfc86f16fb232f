package dev.tare.report.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

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

    /** The surface and the runtime files on the page. A kind differs if its paths do. */
    static PageSection surfacePage(List<ImageReport> images) {
        List<Block> blocks = new ArrayList<>(notExamined(images));
        List<SideTable.Side> all = new ArrayList<>();
        for (boolean runtimeFiles : new boolean[] { false, true }) {
            List<SideTable.Side> rows = rows(images, runtimeFiles).stream().map(at -> side(images, at)).toList();
            String title = runtimeFiles ? "Files that programs often need"
                    : "Programs and files that help an attacker in a container";
            blocks.add(new Section(runtimeFiles ? "runtime-files" : "attack-surface", Line.of(title),
                    SideTable.of(title, images, true, rows)));
            all.addAll(rows);
        }
        return PageSection.of("surface", "Attack surface", images, all, blocks);
    }

    private static SideTable.Side side(List<ImageReport> images, int at) {
        boolean differs = images.stream()
                .map(ImageReport::security)
                .map(security -> security.surfaceNotExaminedBecause() == null
                        ? security.surface()
                                .get(at)
                                .paths()
                                .items()
                                .stream()
                                .map(SecurityReport.SurfacePath::path)
                                .toList()
                        : security.surfaceNotExaminedBecause())
                .distinct()
                .count() > 1;
        return new SideTable.Side(
                Cell.of(Words.capitalised(images.getFirst().security().surface().get(at).title())),
                images.stream().map(image -> paths(image.security(), at)).toList(), differs);
    }

    /** The secrets on the page: a row for each secret at a place, in any of the images. */
    static PageSection secretsPage(List<ImageReport> images) {
        Map<String, SecurityReport.FoundSecret> places = new LinkedHashMap<>();
        List<Map<String, SecurityReport.FoundSecret>> found = images.stream().map(image -> {
            Map<String, SecurityReport.FoundSecret> own = new LinkedHashMap<>();
            Map<String, Integer> counts = new HashMap<>();
            for (SecurityReport.FoundSecret secret : image.security().secrets().items()) {
                String place = secret.title() + ' ' + secret.place();
                own.put(place + ' ' + counts.merge(place, 1, Integer::sum), secret);
            }
            own.forEach(places::putIfAbsent);
            return own;
        }).toList();
        List<SideTable.Side> rows = places.entrySet()
                .stream()
                .map(place -> SideTable.Side.of(
                        Cell.of(Words.capitalised(place.getValue().title()) + " ",
                                new Value.Code(place.getValue().place()))
                                .withNote(Line.of(Words.of(place.getValue().certainty()), ": ",
                                        new Value.Prose(place.getValue().evidence()))),
                        found.stream().map(own -> seen(own.get(place.getKey()))).toList()))
                .toList();
        long leftOut = images.stream().mapToLong(image -> image.security().secrets().leftOut()).sum();
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Paragraph(Line.of("Keys, tokens and passwords in the files of any layer, the "
                    + "environment, the labels and the history: where they are, never their values.")));
            blocks.addAll(SideTable.of("Secrets", images, false, rows));
        }
        if (leftOut > 0) {
            blocks.add(new Block.Paragraph(Line.of(new Value.Count(leftOut), " more are not listed here.")));
        }
        PageSection section = PageSection.of("secrets", "Secrets", images, rows, blocks);
        return rows.isEmpty() || images.size() == 1
                ? new PageSection(section.id(), section.title(), 0,
                        rows.isEmpty() ? Line.of("none found") : Line.of(new Value.Count(rows.size() + leftOut)),
                        blocks)
                : section;
    }

    private static Cell seen(SecurityReport.@Nullable FoundSecret secret) {
        return secret == null ? Cell.absent()
                : secret.hiddenByLayer() == null ? Cell.of("visible")
                : Cell.tag("hidden by layer " + secret.hiddenByLayer());
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
        return Table.of(title, rows(images, runtimeFiles))
                .column("", at -> Cell.of(Words.capitalised(kinds.get(at).title())))
                .images(Table.Shape.MATRIX, images, true,
                        (at, image) -> paths(images.get(image).security(), at))
                .build();
    }

    private static List<Integer> rows(List<ImageReport> images, boolean runtimeFiles) {
        List<SecurityReport.Surface> kinds = images.getFirst().security().surface();
        return IntStream.range(0, kinds.size())
                .filter(at -> kinds.get(at).runtimeFiles() == runtimeFiles)
                .boxed()
                .toList();
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
