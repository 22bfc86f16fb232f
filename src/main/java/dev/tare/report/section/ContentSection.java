package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import dev.tare.content.Unread.Subject;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ContentsReport;
import dev.tare.report.ImageReport;
import dev.tare.report.JavaReport;
import dev.tare.report.Listing;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** The contents of the images: a few figures, jars, unpacked libraries, and unread files. */
final class ContentSection {

    private static final int FOLDERS = 3;

    /** The figures of the table, in its order. */
    private static final List<Property> FIGURES = List.of(
            new Property("Distribution", "from os-release", false,
                    contents -> contents.os() == null ? Cell.of("none found")
                            : Cell.prose(contents.os().name())),
            new Property("OS packages", "from the package database", true,
                    contents -> read(contents, Subject.OS_PACKAGES, contents.packages())),
            new Property("Language packages", "without jars", false,
                    contents -> read(contents, Subject.LANGUAGE_PACKAGE, contents.languagePackages())
                            .withNote(also(contents))),
            new Property("Files of no OS package", "by the file lists of the package databases", false,
                    contents -> unowned(contents.unowned())),
            new Property("Java runtime", "by its release file, or the files with its classes", false,
                    contents -> runtimes(contents.java().runtimes())),
            new Property("Jars", "including jars in jars", false,
                    contents -> jars(contents)),
            count("Libraries unpacked into jars", "shaded, by their pom.properties",
                    contents -> contents.java().shadedLibraries().total()),
            count("Paths", "files, folders, links and devices", contents -> contents.files().paths()),
            count("Files", "regular files", contents -> contents.files().files()),
            new Property("Executables", "files with an execute permission", true,
                    contents -> Cell.count(contents.files().executables())),
            count("Shared libraries", "by name", contents -> contents.files().sharedLibraries()));

    private ContentSection() {}

    static Section of(ComparisonReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(figures(report.images()));
        for (ImageReport image : report.images()) {
            Value.ImageName name = Value.ImageName.of(image);
            addIfAny(blocks, osPackages(name, image.contents().packages()));
            addIfAny(blocks, languagePackages("Language packages of ", name, image.contents().languagePackages()));
            addIfAny(blocks,
                    languagePackages("Language packages that other packages own in ", name,
                            image.contents().ownedPackages()));
            addIfAny(blocks, languagePackages("Bundled packages of ", name, image.contents().bundledPackages()));
            addIfAny(blocks, jars(name, image.contents().java()));
            addIfAny(blocks, unpacked(name, image.contents().java().shadedLibraries()));
            addIfAny(blocks, unread(name, image.contents().unread()));
        }
        return Section.of("contents", "Contents", blocks);
    }

    private static void addIfAny(List<Block> blocks, Table table) {
        if (table.total() > 0) {
            blocks.add(table);
        }
    }

    /** The figures that the page does not show elsewhere. */
    static List<SideTable.Side> facts(List<ImageReport> images) {
        return FIGURES.stream()
                .filter(row -> !row.elsewhere)
                .map(row -> SideTable.Side.of(Cell.of(row.title).withNote(Line.of(row.hint)),
                        images.stream().map(image -> row.cell.apply(image.contents())).toList()))
                .toList();
    }

    private static Table figures(List<ImageReport> images) {
        return Table.of("Contents", FIGURES)
                .column("", row -> Cell.of(row.title).withNote(Line.of(row.hint)))
                .images(Table.Shape.MATRIX, images, true,
                        (row, image) -> row.cell.apply(images.get(image).contents()))
                .build();
    }

    private static Property count(String title, String hint, ToLongFunction<ContentsReport> number) {
        return new Property(title, hint, false, contents -> Cell.count(number.applyAsLong(contents)));
    }

    /** A count that may be too low because of unread files. */
    private static Cell read(ContentsReport contents, Subject subject, Listing<?> known) {
        if (!contents.leavesUnread(subject)) {
            return Cell.count(known.total());
        }
        return known.empty() ? Cell.of("not read") : Cell.of(new Value.Count(known.total()), ", in part");
    }

    /** The packages that count elsewhere, or that no package manager installed. */
    private static @Nullable Line also(ContentsReport contents) {
        List<Line> notes = new ArrayList<>();
        if (!contents.ownedPackages().empty()) {
            notes.add(Line.of(new Value.Count(contents.ownedPackages().total()),
                    " more belong to packages of the OS or of conda"));
        }
        if (!contents.bundledPackages().empty()) {
            notes.add(Line.of(new Value.Count(contents.bundledPackages().total()), " are bundled copies or test data"));
        }
        return notes.isEmpty() ? null : Line.joined(notes, ", ");
    }

    private static Cell jars(ContentsReport contents) {
        JavaReport java = contents.java();
        return read(contents, Subject.JAR, java.jars())
                .withNote(java.jarsWithoutUrl() == 0 ? null
                        : Line.of(new Value.Count(java.jarsWithoutUrl()), " without a package URL"));
    }

    private static Cell unowned(ContentsReport.Unowned unowned) {
        Long files = unowned.files();
        if (files == null) {
            return Cell.of("unknown").withNote(Line.of(new Value.Prose(String.valueOf(unowned.unknownBecause()))));
        }
        List<Line> folders = unowned.folders()
                .items()
                .stream()
                .limit(FOLDERS)
                .map(folder -> Line.of(new Value.Code("/" + folder.path()), " ",
                        new Value.Size(folder.visibleBytes(), false)))
                .toList();
        Long bytes = unowned.visibleBytes();
        return Cell.count(files)
                .withNote(Line.of(bytes == null ? null : new Value.Size(bytes, false),
                        folders.isEmpty() ? null : ", most in ", Line.joined(folders, ", ")));
    }

    private static Cell runtimes(List<JavaReport.Installation> runtimes) {
        if (runtimes.isEmpty()) {
            return Cell.of("none found");
        }
        return Cell.of(runtimes.stream().map(Line::runtime).toList())
                .withNote(Line.joined(runtimes.stream().limit(FOLDERS).map(ContentSection::kind).toList(), ". "));
    }

    private static Line kind(JavaReport.Installation runtime) {
        return Line.of(new Value.Code("/" + runtime.path()), " is a " + runtime.kind().title() + ": ",
                new Value.Prose(runtime.kindBecause()),
                runtime.osPackage() == null ? null : ". It is from the package ",
                runtime.osPackage() == null ? null : new Value.Code(runtime.osPackage()));
    }

    private static Table osPackages(Value.ImageName name, Listing<ContentsReport.OsPackage> packages) {
        return Table.of(Line.of("OS packages of ", name), packages)
                .column("Package", one -> Cell.code(one.name()))
                .column("Version", one -> Cell.code(one.version()))
                .columnIfAny("State", false, one -> one.state() != null,
                        one -> Cell.code(String.valueOf(one.state())))
                .columnIfAny("License", false, one -> !one.licenses().isEmpty(), one -> licenses(one.licenses()))
                .columnIfAny("Installed", true, one -> one.installedBytes() != null,
                        one -> Cell.size(one.installedBytes()))
                .summary(new Value.Count(packages.total()))
                .folded(true)
                .build();
    }

    private static Table languagePackages(String title, Value.ImageName name,
            Listing<ContentsReport.LanguagePackage> packages) {
        return Table.of(Line.of(title, name), packages)
                .column("Manager", one -> Cell.of(one.manager()))
                .column("Package", one -> Cell.code(one.name()))
                .column("Version", one -> one.version() == null ? Cell.of("unknown") : Cell.code(one.version()))
                .columnIfAny("License", false, one -> !one.licenses().isEmpty(), one -> licenses(one.licenses()))
                .columnIfAny("Owner", false, one -> one.owner() != null, one -> Cell.code(one.owner()))
                .column("Path", one -> FileTables.path(one.path()))
                .summary(new Value.Count(packages.total()))
                .folded(true)
                .build();
    }

    private static Cell licenses(List<String> licenses) {
        return licenses.isEmpty() ? Cell.of("unknown") : Cell.of(VersionTables.licenses(licenses));
    }

    private static Table jars(Value.ImageName name, JavaReport java) {
        return Table.of(Line.of("Jars of ", name), java.jars())
                .column("Library", jar -> Cell.code(jar.library()))
                .column("Version", jar -> jar.version() == null ? Cell.of("unknown") : Cell.code(jar.version()))
                .column("Certainty", jar -> Cell.of(Words.of(jar.certainty()))
                        .withNote(Line.of("by ", jar.evidence().title())))
                .columnIfAny("License", false, jar -> !jar.licenses().isEmpty(), jar -> licenses(jar.licenses()))
                .column("Jar", jar -> FileTables.path(jar.path()))
                .summary(new Value.Count(java.jarsWithoutUrl()), " of ", new Value.Count(java.jars().total()),
                        " without a package URL")
                .remark("An exact library is stated by the jar or by a bill of materials. An inferred group can be wrong. "
                        + "Without a group, a jar has no package URL.")
                .folded(true)
                .build();
    }

    private static Table unpacked(Value.ImageName name, Listing<JavaReport.ShadedLibrary> libraries) {
        return Table.of(Line.of("Libraries unpacked into jars of ", name), libraries)
                .column("Library", library -> Cell.code(library.library()))
                .column("Version", library -> library.version() == null ? Cell.of("unknown")
                        : Cell.code(library.version()))
                .column("Jar", library -> FileTables.path(library.jar()))
                .summary(new Value.Count(libraries.total()))
                .folded(true)
                .build();
    }

    static Table unread(Value.ImageName name, Listing<ContentsReport.Unread> unread) {
        return Table.of(Line.of("Not read in ", name), unread)
                .column("Path", one -> FileTables.path(one.path()))
                .column("Reason", one -> Cell.prose(one.because()))
                .summary(new Value.Count(unread.total()))
                .build();
    }

    /**
     * A row of the table of figures.
     *
     * @param elsewhere whether the page shows it elsewhere
     */
    private record Property(String title, String hint, boolean elsewhere, Function<ContentsReport, Cell> cell) {}
}
