package dev.tare.report.published;

import java.util.List;

import dev.tare.referrer.Referrer.Subject;
import dev.tare.referrer.ReferrerKind;
import dev.tare.referrer.Referrers;
import dev.tare.report.ReferrersReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.report.section.Document;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * The referrers of an image in a registry. Tare does not verify signatures.
 *
 * @param image             its name
 * @param index             the digest of its index, or {@code null} without an index
 * @param manifest          the digest of the manifest of the platform
 * @param platform          as the index states it, or {@code null} without an index
 * @param referrers         each once
 * @param incompleteBecause why there may be others, in sentences; {@code null} if the search was complete
 * @param requests          to the registry, with those for tokens
 * @param receivedBytes     of the bodies of the answers
 */
public record ReferrersListing(String image, @Nullable String index, String manifest, @Nullable String platform,
        List<ReferrersReport.Item> referrers, @Nullable String incompleteBecause, long requests, long receivedBytes) {

    public ReferrersListing {
        referrers = List.copyOf(referrers);
    }

    /** Lists masked referrers. */
    public static ReferrersListing of(String image, @Nullable String index, String manifest, @Nullable String platform,
            Referrers referrers, long requests, long receivedBytes) {
        return new ReferrersListing(image, index, manifest, platform,
                referrers.list().stream().map(ReferrersReport.Item::of).toList(), referrers.incompleteBecause(),
                requests,
                receivedBytes);
    }

    /** The listing for people. */
    public Document document() {
        Line about = Line.of("Manifest ", new Value.Code(this.manifest), this.platform == null ? null : " for ",
                this.platform == null ? null : new Value.Code(this.platform), this.index == null ? null : ", index ",
                this.index == null ? null : new Value.Code(this.index));
        Line reason = this.incompleteBecause == null ? null
                : Line.of("There may be others. ", new Value.Prose(this.incompleteBecause));
        List<Block> blocks = List.of(new Block.Paragraph(about), table(),
                new Block.Paragraph(
                        Line.of("Tare does not verify signatures: use \"cosign verify\" or \"notation verify\".")),
                new Block.Paragraph(Requests.line(this.requests, this.receivedBytes)));
        return new Document("Referrers", List.of(new Value.ImageName(0, this.image)),
                reason == null ? List.of(headline()) : List.of(headline(), reason),
                List.of(Section.of("referrers", "Signatures, bills of materials and attestations", blocks)));
    }

    private Line headline() {
        String counts = List.of(ReferrerKind.values())
                .stream()
                .filter(kind -> count(kind) > 0)
                .map(kind -> count(kind) + " " + kind.noun(count(kind)))
                .collect(joining(", "));
        long others = this.referrers.stream().filter(ReferrersReport.Item::otherSubject).count();
        return Line.of((counts.isEmpty() ? "No referrers" : counts)
                + (others == 0 ? "" : ", " + others + " about another image"));
    }

    private long count(ReferrerKind kind) {
        return this.referrers.stream().filter(one -> one.kind() == kind && !one.otherSubject()).count();
    }

    private Table table() {
        return Table.of("Referrers", this.referrers)
                .column("Kind", one -> Cell.of(one.kind().noun(1)))
                .column("Type", one -> one.predicateType() == null ? Cell.code(one.type())
                        : Cell.codes(List.of(one.type(), one.predicateType())))
                .number("Size", one -> Cell.size(one.bytes()))
                .column("Digest", one -> Cell.of(new Value.Digest(one.digest())))
                .column("Of", one -> Cell.of(one.otherSubject() ? "another image"
                        : one.subject() == Subject.INDEX ? "index"
                        : "manifest"))
                .column("Found in", one -> Cell.of(one.foundIn().text()))
                .least(100)
                .build();
    }
}
