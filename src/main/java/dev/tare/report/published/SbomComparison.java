package dev.tare.report.published;

import java.util.ArrayList;
import java.util.List;

import dev.tare.ecosystem.bill.PublishedBill;
import dev.tare.image.Digest;
import dev.tare.inspection.Inspection;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.report.sbom.ListedSoftware;
import dev.tare.report.section.Document;
import org.jspecify.annotations.Nullable;

/**
 * A published bill of materials, compared with the software that Tare found.
 *
 * @param image        its name
 * @param document     the digest of the referrer, or the path of the file
 * @param format       {@code CycloneDX} or {@code SPDX}
 * @param subject      whether it is about the image; {@code null} if it states no subject
 * @param requests     to the registry for the document and the list of referrers; 0 for a file
 * @param receivedBytes of the bodies of these answers
 */
public record SbomComparison(String image, String document, String format, @Nullable SubjectMatch subject,
        ListedSoftware software, long requests, long receivedBytes) {

    /**
     * Compares a document with an image.
     *
     * @param root the digest to which the name of the image leads in its registry: that of an index or of a manifest;
     *             {@code null} outside of a registry
     */
    public static SbomComparison of(Inspection inspection, PublishedBill bill, String document, @Nullable Digest root,
            long requests, long receivedBytes) {
        return new SbomComparison(inspection.image().name(), document, bill.format(),
                SubjectMatch.of(bill, inspection.image().manifestDigest(), root),
                ListedSoftware.compare(inspection, bill), requests, receivedBytes);
    }

    /** The same document, whose referrer belongs to another image. */
    public SbomComparison ofOtherImage() {
        return new SbomComparison(this.image, this.document, this.format, SubjectMatch.OTHER, this.software,
                this.requests, this.receivedBytes);
    }

    /** The comparison for people. */
    public Document asDocument() {
        List<Line> headlines = new ArrayList<>();
        headlines.add(Line.of(new Value.Count(this.software.missing().size()), " missing, ",
                new Value.Count(this.software.surplus().size()), " surplus, ", new Value.Count(this.software.same()),
                " the same"));
        if (this.subject == SubjectMatch.OTHER) {
            headlines.add(Line.of("The document is about another image."));
        } else if (this.subject == SubjectMatch.UNKNOWN) {
            headlines.add(Line.of("It is unknown whether the attestation is about this image: it names no subject by a "
                    + "SHA-256 digest, or the image is not read from its registry."));
        }
        List<Block> about = new ArrayList<>();
        about.add(new Block.Paragraph(Line.of(this.format + " document ", new Value.Code(this.document),
                ". Tare does not verify it. Entries are the same if their package URLs have the same type, namespace, name "
                        + "and version.")));
        if (this.software.unnamed() + this.software.unnamedListed() > 0) {
            about.add(new Block.Paragraph(Line.of("Not compared, because they have no package URL: ",
                    Line.count(this.software.unnamed(), "package", "packages"), " that Tare found, ",
                    Line.count(this.software.unnamedListed(), "entry", "entries"), " of the document.")));
        }
        if (this.requests > 0) {
            about.add(new Block.Paragraph(Requests.ofDocument(this.requests, this.receivedBytes)));
        }
        return new Document("Bill of materials", List.of(new Value.ImageName(0, this.image)), headlines,
                List.of(section("missing", "Missing in the document", this.software.missing()),
                        section("surplus", "Surplus in the document", this.software.surplus()),
                        Section.of("about", "About the document", about)));
    }

    private static Section section(String id, String title, List<ListedSoftware.Entry> entries) {
        return Section.of(id, title, entries.isEmpty() ? List.of(new Block.Paragraph(Line.of("None.")))
                : List.of(Table.of("Packages", entries)
                        .column("Package URL", entry -> Cell.code(entry.purl()))
                        .columnIfAny("Found at", false, entry -> entry.location() != null,
                                entry -> Cell.code(entry.location()))
                        .build()));
    }
}
