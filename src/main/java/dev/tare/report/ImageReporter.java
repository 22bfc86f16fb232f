package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.image.ContainerConfig;
import dev.tare.image.HealthCheck;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Secrets;
import dev.tare.inspection.Sizes;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.Origin;
import dev.tare.inspection.surface.SurfaceItem;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.inspection.system.OsRelease;
import dev.tare.inspection.waste.DiveEfficiency;
import dev.tare.inspection.waste.DuplicateContent;
import dev.tare.inspection.waste.Duplicates;
import dev.tare.policy.check.PracticeFinding;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/** Writes one inspection down as its part of the document. */
final class ImageReporter {

    private final int index;

    private final Inspection inspection;

    private final List<PracticeFinding> findings;

    ImageReporter(int index, Inspection inspection, List<PracticeFinding> findings) {
        this.index = index;
        this.inspection = inspection;
        this.findings = findings;
    }

    ImageReport report() {
        Image image = this.inspection.image();
        PackageReporter packages = new PackageReporter(this.inspection);
        JarReporter java = new JarReporter(this.inspection);
        return new ImageReport(this.index, image.name(), image.id().toString(), text(image.manifestDigest()),
                image.config().platform().toString(), image.config().created(), weight(), sizes(),
                config(image.config().container()), HiddenValues.values(image.annotations()), layers(),
                os(this.inspection.system().os()), files(),
                packages.packages(), packages.languagePackages(), packages.unowned(), packages.unread(),
                java.runtimes(), java.jars(),
                surface(), this.findings.stream().map(ImageReporter::practice).toList(), waste(),
                duplicates(this.inspection.weight().duplicates()), efficiency(this.inspection.weight().efficiency()),
                HiddenValues.texts(image.remarks()), secrets(), java.shadedLibraries());
    }

    private WeightReport weight() {
        long gross = this.inspection.weight().sizes().uncompressed();
        return switch (this.inspection.base()) {
            case BaseBoundary.Known known -> new WeightReport(gross,
                    this.inspection.weight().uncompressedSize(Origin.BASE),
                    this.inspection.weight().uncompressedSize(Origin.NET),
                    known.layers(), Redaction.text(known.evidence()), null);
            case BaseBoundary.Unknown unknown -> new WeightReport(gross, null, null, null, null,
                    Redaction.text(unknown.because()));
        };
    }

    private SizesReport sizes() {
        Sizes sizes = this.inspection.weight().sizes();
        return new SizesReport(sizes.compressed(), sizes.compressed() == null ? uncompressedLayers() : null,
                sizes.stored(), sizes.uncompressed(), sizes.visible(), sizes.wasted());
    }

    private String uncompressedLayers() {
        long plain = this.inspection.weight().layers().stream().filter(layer -> !layer.layer().isCompressed()).count();
        return plain + " of " + this.inspection.weight().layers().size()
                + " layers are stored uncompressed, so nothing tells what a registry would transfer for them.";
    }

    private List<LayerReport> layers() {
        List<InspectedLayer> layers = this.inspection.weight().layers();
        return IntStream.range(0, layers.size()).mapToObj(i -> layer(i, layers.get(i))).toList();
    }

    private FilesReport files() {
        return new FilesReport(this.inspection.files().size(), this.inspection.files().fileCount(),
                this.inspection.surface().executables(), this.inspection.surface().sharedLibraries());
    }

    private List<SurfaceReport> surface() {
        return Stream.of(SurfaceKind.values())
                .map(kind -> new SurfaceReport(kind, kind.title(), kind.isProvision(), paths(kind)))
                .toList();
    }

    private Listing<SurfacePathReport> paths(SurfaceKind kind) {
        List<SurfaceItem> items = this.inspection.surface().of(kind);
        return Listing.of(items.stream().map(this::path).toList(),
                Caps.SURFACE);
    }

    private SurfacePathReport path(SurfaceItem item) {
        FileEntry file = item.kind() == SurfaceKind.FILE_CAPABILITIES ? this.inspection.files().get(item.path()) : null;
        return new SurfacePathReport(item.path(), item.layer(),
                file == null ? null : text(file.extended().capabilities()));
    }

    private Listing<WastedFileReport> waste() {
        return Listing.of(this.inspection.weight().waste().stream().map(this::wasted).toList(), Caps.WASTE);
    }

    private Listing<SecretReport> secrets() {
        Secrets secrets = this.inspection.secrets();
        List<SecretReport> items = secrets.items().stream().limit(Caps.SECRETS).map(SecretReport::from).toList();
        long total = secrets.items().size() + secrets.more().total();
        return new Listing<>(total, total - items.size(), items);
    }

    private WastedFileReport wasted(WastedFile file) {
        BaseBoundary base = this.inspection.base();
        return new WastedFileReport(file.path(), file.bytes(), file.layer(), base.originOf(file.layer()),
                file.hiddenBy(), base.originOf(file.hiddenBy()), file.again());
    }

    private static DuplicatesReport duplicates(Duplicates duplicates) {
        List<DuplicateReport> largest = duplicates.largest().stream().map(ImageReporter::duplicate).toList();
        return new DuplicatesReport(duplicates.contents(), duplicates.copies(), duplicates.savable(),
                new Listing<>(duplicates.contents(), duplicates.contents() - largest.size(), largest));
    }

    private static DuplicateReport duplicate(DuplicateContent duplicate) {
        List<DuplicateFileReport> files = duplicate.files()
                .stream()
                .map(file -> new DuplicateFileReport(file.path(), file.layer()))
                .toList();
        return new DuplicateReport(duplicate.content().toString(), duplicate.size(), duplicate.savable(),
                new Listing<>(duplicate.copies(), duplicate.copies() - files.size(), files));
    }

    private static DiveEfficiencyReport efficiency(DiveEfficiency efficiency) {
        return new DiveEfficiencyReport(efficiency.score(), efficiency.smallest(), efficiency.all());
    }

    private static LayerReport layer(int index, InspectedLayer inspected) {
        var layer = inspected.layer();
        HistoryEntry history = layer.history();
        return new LayerReport(index, layer.diffId().toString(), layer.digest().toString(),
                layer.mediaType().toString(), layer.compression(), inspected.origin(),
                layer.isCompressed() ? layer.storedSize() : null, layer.storedSize(), layer.tarSize(),
                inspected.uncompressedSize(), inspected.entries(), inspected.wasted(),
                history == null ? null : history.created(),
                history == null ? null : HiddenValues.optional(history.createdBy()),
                history == null ? null : HiddenValues.optional(history.comment()));
    }

    private static ConfigReport config(ContainerConfig config) {
        List<String> words = Redaction
                .words(Stream.concat(config.entrypoint().stream(), config.command().stream()).toList());
        int command = config.entrypoint().size();
        HealthCheck check = config.healthCheck();
        return new ConfigReport(Redaction.text(config.user()), words.subList(0, command),
                words.subList(command, words.size()), config.environment().stream().map(Redaction::variable).toList(),
                List.copyOf(config.exposedPorts()), HiddenValues.texts(List.copyOf(config.volumes())),
                Redaction.text(config.workingDir()), HiddenValues.values(config.labels()), config.stopSignal(),
                check == null ? null : Redaction.words(check.test()),
                check == null ? null : HealthCheckTimingReport.from(check), Redaction.words(config.shell()),
                HiddenValues.texts(config.onBuild()));
    }

    private static @Nullable OsReport os(@Nullable OsRelease os) {
        return os == null ? null : new OsReport(os.id(), os.versionId(), os.name());
    }

    private static PracticeReport practice(PracticeFinding finding) {
        var practice = finding.practice();
        return new PracticeReport(practice.id(), practice.title(), practice.asks(), practice.why(), practice.checks(),
                finding.verdict(), HiddenValues.texts(finding.evidence()),
                HiddenValues.optional(finding.remedy()), HiddenValues.optional(finding.waivedBecause()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
