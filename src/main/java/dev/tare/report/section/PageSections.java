package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.policy.check.Verdict;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.PolicyReport;
import dev.tare.report.WasteReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Value;
import dev.tare.wording.Counts;

/**
 * The sections of the page of a comparison. They have only what the overview, the map, the list of files and the layers do
 * not show. The other formats have no such views, so they have the sections of {@link Document}.
 */
public final class PageSections {

    private PageSections() {}

    public static List<PageSection> of(ComparisonReport report, SoftwareFilter software) {
        List<ImageReport> images = report.images();
        return Stream.of(policy(report), VulnerabilitySection.page(report), SoftwareSection.of(report, software),
                ConfigSection.page(report),
                SecuritySection.surfacePage(images), SecuritySection.secretsPage(images), waste(images), facts(report))
                .filter(section -> !section.blocks().isEmpty() || !section.summary().values().isEmpty())
                .toList();
    }

    private static PageSection policy(ComparisonReport report) {
        PolicyReport policy = report.policy();
        List<Block> blocks = new ArrayList<>(PolicySection.rules(report));
        policy.waivers()
                .stream()
                .filter(PolicyReport.Waiver::waivesNothing)
                .forEach(waiver -> blocks.add(new Block.Paragraph(Line.of("No image needs that the check ",
                        new Value.Code(waiver.check()), " is waived."))));
        return new PageSection("policy", "Budgets and required checks", 0,
                blocks.isEmpty() ? Line.of() : verdict(report.verdict(), policy), blocks);
    }

    /** Such as {@code fail 1 of 3 not kept, 2 failed checks}. Without requirements, there is nothing to say. */
    private static Line verdict(Verdict verdict, PolicyReport policy) {
        PolicyReport.Gate gate = policy.checkGate();
        if (policy.rules().isEmpty() && gate == null) {
            return Line.of();
        }
        List<Line> words = new ArrayList<>();
        count(policy, Verdict.FAIL, " not kept", words);
        count(policy, Verdict.UNKNOWN, " not judged", words);
        if (gate != null && !gate.stoppedBy().isEmpty()) {
            words.add(Line.of(Counts.of(gate.stoppedBy().size(), "check stops it", "checks stop it")));
        }
        return Line.of(new Value.Tag(verdict.title()), words.isEmpty() ? null : Line.of(" ", Line.joined(words, ", ")));
    }

    private static void count(PolicyReport policy, Verdict verdict, String what, List<Line> words) {
        long some = policy.rules().stream().filter(rule -> rule.verdict() == verdict).count();
        if (some > 0) {
            words.add(Line.of(Counts.of(some) + " of " + Counts.of(policy.rules().size()) + what));
        }
    }

    private static PageSection waste(List<ImageReport> images) {
        List<Block> blocks = new ArrayList<>();
        for (ImageReport image : images) {
            WasteReport waste = image.waste();
            List<Block> own = new ArrayList<>();
            if (!waste.files().empty()) {
                own.add(LayerSection.wasted(image));
            }
            if (!waste.duplicates().largest().empty()) {
                own.add(LayerSection.duplicates(waste.duplicates()));
            }
            if (images.size() == 1) {
                blocks.addAll(own);
            } else if (!own.isEmpty()) {
                blocks.add(new Section("waste-" + image.index(), Line.of(Value.ImageName.of(image)), own));
            }
        }
        return new PageSection("waste", "Waste", 0,
                Line.of(wasted(images), " replaced or deleted by a later layer"), blocks);
    }

    private static Line wasted(List<ImageReport> images) {
        List<Line> sizes = images.stream()
                .filter(image -> images.size() < 3 || image.sizes().wastedBytes() > 0)
                .map(image -> Line.of(new Value.Size(image.sizes().wastedBytes(), false),
                        images.size() < 3 ? null : " in " + (char) ('A' + image.index())))
                .toList();
        return sizes.isEmpty() ? Line.of("nothing") : Line.joined(sizes, images.size() == 2 ? " → " : ", ");
    }

    private static PageSection facts(ComparisonReport report) {
        List<ImageReport> images = report.images();
        List<SideTable.Side> rows = new ArrayList<>(ContentSection.facts(images));
        rows.add(SideTable.Side.of(Cell.of("Layers"),
                images.stream().map(image -> Cell.count(image.layers().size())).toList()));
        if (!report.sharing().isEmpty()) {
            rows.add(SideTable.Side.of(
                    Cell.of("Download beside the others")
                            .withNote(Line.of("for a node that already has the other images")),
                    report.sharing()
                            .stream()
                            .map(sharing -> Cell.exactSize(sharing.uniqueCompressedBytes()))
                            .toList()));
        }
        rows.add(SideTable.Side.of(
                Cell.of("Efficiency as dive defines it")
                        .withNote(Line.of("for comparison: smallest by all sizes of each path")),
                images.stream()
                        .map(image -> Cell.of(SizeSection.efficiency(image.waste().diveEfficiency())))
                        .toList()));
        rows.addAll(ConfigSection.identity(report));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Bullets("Base images, and why a size is unknown", SizeSection.reasons(report)));
        blocks.addAll(SideTable.of("Facts", images, false, rows));
        return PageSection.of("facts", "Facts", images, rows, blocks);
    }
}
