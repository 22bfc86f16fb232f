package dev.tare.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.content.Unread.Subject;
import dev.tare.policy.check.Verdict;
import dev.tare.report.CheckReport;
import dev.tare.report.ContentsReport;
import dev.tare.report.ImageReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.JavaReport;
import dev.tare.report.Listing;
import dev.tare.report.SecurityReport;
import dev.tare.report.SecurityReport.Surface;
import dev.tare.report.SizesReport;
import dev.tare.report.WasteReport;
import dev.tare.report.document.BaseWords;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.PlatformWords;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** Summarizes one image. */
final class InspectionSummary {

    /** The number of missing kinds that fit on a line. */
    private static final int MISSING = 5;

    private static final int NAMES = 6;

    private static final List<Verdict> WORST_FIRST = List.of(Verdict.FAIL, Verdict.WARN, Verdict.UNKNOWN);

    private static final Comparator<Surface> BY_RANK =
            Comparator.comparingInt(surface -> Loss.rank(surface.kind()));

    private final InspectionReport report;

    private final ImageReport image;

    InspectionSummary(InspectionReport report) {
        this.report = report;
        this.image = report.image();
    }

    Summary summary() {
        return Summary.of(headline(),
                List.of(ledger(), SummaryPart.whole(sizes()), contents(), surface(), secrets(),
                        checks(), SummaryTables.vulnerabilities(this.report.alone(), 1),
                        SummaryTables.policy(this.report.alone())),
                closing());
    }

    private Line headline() {
        return Line.of(Value.ImageName.of(this.image), " is ",
                new Value.Size(this.image.sizes().uncompressedBytes(), false), " in ",
                Line.count(this.image.layers().size(), "layer", "layers"));
    }

    private SummaryPart ledger() {
        long least = this.image.sizes().visibleBytes() / KeyDifferences.LEAST_PART;
        return SummaryPart.whole(Table.of("Largest parts", this.image.ledger()
                .entries()
                .items()
                .stream()
                .filter(entry -> entry.visibleBytes() >= least)
                .limit(KeyDifferences.ENTRIES)
                .toList())
                .number("", entry -> Cell.size(entry.visibleBytes()))
                .column("", entry -> Cell.prose(entry.title()))
                .columnIfAny(KeyDifferences.DOWNLOAD, true, entry -> entry.estimatedCompressedBytes() != null,
                        entry -> Cell.size(entry.estimatedCompressedBytes()))
                .build());
    }

    /** Without wasted bytes, the visible size is the same as gross. */
    private Table sizes() {
        SizesReport sizes = this.image.sizes();
        SizesReport.Weight weight = sizes.weight();
        List<Size> rows = Stream.of(new Size("Gross (uncompressed)", Cell.size(weight.grossUncompressedBytes()), null),
                new Size("Tare (base image)", BaseWords.tare(this.image, false), base()),
                new Size("Net (application)", BaseWords.net(this.image, false), null),
                new Size("Compressed", Cell.size(sizes.compressedBytes()), null),
                new Size("Visible", Cell.size(sizes.visibleBytes()), null),
                new Size("Wasted", Cell.size(sizes.wastedBytes()), wasted(this.image.waste().files())))
                .filter(row -> sizes.wastedBytes() > 0 || !row.title.equals("Visible"))
                .toList();
        return Table.of("Size", rows)
                .column("", row -> Cell.of(row.title))
                .number("", row -> row.size)
                .column("", row -> row.note == null ? Cell.of("") : Cell.of(row.note))
                .build();
    }

    /** The evidence for a known base image is too long for a line. */
    private Line base() {
        return this.image.base().layers() == null
                ? Line.of(BaseWords.of(this.image), ": ", new Value.Prose(this.image.base().evidence()))
                : BaseWords.of(this.image);
    }

    private static @Nullable Line wasted(Listing<WasteReport.WastedFile> files) {
        return files.empty() ? null
                : Line.of("in ", Line.count(files.total(), "file", "files"),
                        files.total() == 1 ? ": " : ", the largest ",
                        new Value.Code("/" + files.items().getFirst().path()));
    }

    private SummaryPart contents() {
        ContentsReport contents = this.image.contents();
        JavaReport java = contents.java();
        List<Content> rows = new ArrayList<>();
        if (contents.os() != null) {
            rows.add(new Content("Distribution", Line.of(new Value.Prose(contents.os().name()))));
        }
        java.runtimes()
                .forEach(runtime -> rows.add(new Content("Java runtime", Line.of(Line.runtime(runtime),
                        ", ", new Value.Code("/" + runtime.path())))));
        add(rows, "OS packages", contents.packages(), contents.leavesUnread(Subject.OS_PACKAGES),
                packages(contents.packages()));
        add(rows, "Java libraries", java.jars(), contents.leavesUnread(Subject.JAR), java.jars()
                .items()
                .stream()
                .sorted(Comparator.comparingLong(JavaReport.Jar::archiveBytes).reversed())
                .map(jar -> Line.of(new Value.Code(jar.library()), " ", new Value.Size(jar.archiveBytes(), false)))
                .toList());
        if (java.jarsWithoutUrl() > 0) {
            rows.add(new Content("Without package URL", Line.of(new Value.Count(java.jarsWithoutUrl()), " of ",
                    Line.count(java.jars().total(), "Java library", "Java libraries"))));
        }
        boolean languagesUnread = contents.leavesUnread(Subject.LANGUAGE_PACKAGE);
        add(rows, "Language packages", contents.languagePackages(), languagesUnread, contents.languagePackages()
                .items()
                .stream()
                .map(one -> Line.of(new Value.Code(one.name())))
                .distinct()
                .toList());
        add(rows, "Bundled packages", contents.bundledPackages(), false, contents.bundledPackages()
                .items()
                .stream()
                .map(one -> Line.of(new Value.Code(one.name())))
                .distinct()
                .toList());
        add(rows, "Unpacked libraries", java.shadedLibraries(), false, java.shadedLibraries()
                .items()
                .stream()
                .map(library -> Line.of(new Value.Code(library.library())))
                .distinct()
                .toList());
        rows.add(new Content("Files", Line.of(new Value.Count(contents.files().files()))));
        if (!contents.unread().empty()) {
            rows.add(new Content("Not read", Line.of(Line.count(contents.unread().total(), "file", "files"))));
        }
        return SummaryPart.of(rows, listed -> Table.of("Contents", listed)
                .column("", row -> Cell.of(row.title))
                .column("", row -> Cell.of(row.value))
                .build());
    }

    private static List<Line> packages(Listing<ContentsReport.OsPackage> packages) {
        return packages.items()
                .stream()
                .sorted(Comparator.comparingLong((ContentsReport.OsPackage one) -> bytes(one)).reversed())
                .map(one -> Line.of(new Value.Code(one.name()), bytes(one) == 0 ? null : " ",
                        bytes(one) == 0 ? null : new Value.Size(bytes(one), false)))
                .toList();
    }

    private static long bytes(ContentsReport.OsPackage one) {
        Long bytes = one.installedBytes();
        return bytes == null ? 0 : bytes;
    }

    /** @param incomplete whether some could not be read */
    private static void add(List<Content> rows, String title, Listing<?> all, boolean incomplete, List<Line> names) {
        if (!all.empty()) {
            rows.add(new Content(title, Line.of(new Value.Count(all.total()), incomplete ? ", in part: " : ": ",
                    first(names, all.total()))));
        } else if (incomplete) {
            rows.add(new Content(title, Line.of("not read")));
        }
    }

    private static Line first(List<Line> names, long total) {
        return Line.of(Line.joined(names.stream().limit(NAMES).toList(), ", "),
                total > Math.min(names.size(), NAMES) ? ", …" : null);
    }

    private SummaryPart surface() {
        List<Surface> found = this.image.security()
                .surface()
                .stream()
                .filter(surface -> !surface.paths().empty())
                .sorted(BY_RANK)
                .toList();
        return SummaryPart.of(found, rows -> Table.of("Attack surface and runtime files", rows)
                .column("", surface -> Cell.of(Words.capitalised(surface.title())))
                .number("", surface -> Cell.count(surface.paths().total()))
                .column("", surface -> Cell.of(first(surface.paths()
                        .items()
                        .stream()
                        .map(path -> Line.of(new Value.Code("/" + path.path())))
                        .toList(), surface.paths().total())))
                .build());
    }

    private SummaryPart secrets() {
        Listing<SecurityReport.FoundSecret> secrets = this.image.security().secrets();
        return SummaryPart.of(List.of(secrets.items()), secrets.total(), rows -> Table.of("Secrets", rows)
                .column("", secret -> Cell.of(Words.capitalised(secret.title())))
                .column("", secret -> Cell.of(Words.of(secret.certainty())))
                .column("", secret -> Cell.of(new Value.Code(secret.place())))
                .build());
    }

    /** The checks that need attention. Those that fail come first. */
    private SummaryPart checks() {
        List<CheckReport> open = this.image.checks()
                .stream()
                .filter(CheckReport::open)
                .sorted(Comparator.comparingInt(check -> WORST_FIRST.indexOf(check.verdict())))
                .toList();
        return SummaryPart.of(open, rows -> Table.of("Checks", rows)
                .column("", check -> Cell.tag(check.verdict().title()))
                .column("", check -> Cell.of(check.title()))
                .column("", check -> Cell.prose(check.evidence().getFirst()))
                .build());
    }

    private List<Line> closing() {
        List<Line> closing = new ArrayList<>();
        Line platform = PlatformWords.brief(List.of(this.image));
        if (platform != null) {
            closing.add(platform);
        }
        Line missing = missing();
        if (missing != null) {
            closing.add(missing);
        }
        closing.addAll(SummaryTables.aboutVulnerabilities(this.report.alone()));
        closing.add(Line.of("Use --details for packages, checks with their evidence, secrets, config and layers"));
        return closing;
    }

    /** The kinds of attack surface that the image does not have, or the reason why they are unknown. */
    private @Nullable Line missing() {
        String notExamined = this.image.security().surfaceNotExaminedBecause();
        if (notExamined != null) {
            return Line.of(notExamined);
        }
        List<String> missing = this.image.security()
                .surface()
                .stream()
                .filter(surface -> surface.paths().empty())
                .sorted(BY_RANK)
                .map(Surface::title)
                .toList();
        return missing.isEmpty() ? null
                : Line.of("The image has no " + String.join(", ", missing.subList(0, Math.min(MISSING, missing.size())))
                        + (missing.size() > MISSING ? ", …" : ""));
    }

    /**
     * A row of the table of sizes.
     *
     * @param note {@code null} without one
     */
    private record Size(String title, Cell size, @Nullable Line note) {}

    /** A row of the table of contents. */
    private record Content(String title, Line value) {}
}
