package dev.tare.report;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.image.ContainerConfig;
import dev.tare.image.HealthCheck;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.image.Platform;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Secret;
import dev.tare.inspection.SecretPlace;
import dev.tare.inspection.Secrets;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.base.Origin;
import dev.tare.inspection.ledger.Ledger;
import dev.tare.inspection.surface.SurfaceItem;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.inspection.waste.DiveEfficiency;
import dev.tare.inspection.waste.Duplicates;
import dev.tare.inspection.waste.Duplicates.DuplicateContent;
import dev.tare.policy.check.CheckFinding;
import org.jspecify.annotations.Nullable;

/** Reports one image. */
final class ImageReporter {

    private static final String NO_SURFACE =
            "This is a Windows image. Tare examines the attack surface and runtime files of Linux images only.";

    private final int index;

    private final Inspection inspection;

    private final Ledger ledger;

    private final Lists lists;

    /** @param ledger of the inspection before other images verified its base image */
    ImageReporter(int index, Inspection inspection, Ledger ledger, Lists lists) {
        this.index = index;
        this.inspection = inspection;
        this.ledger = ledger;
        this.lists = lists;
    }

    ImageReport report(List<CheckFinding> findings) {
        Image image = this.inspection.image();
        return new ImageReport(this.index, image.name(), identity(image), BaseReport.of(this.inspection),
                SizesReport.of(this.inspection), config(image.config().container()),
                layers(), new ContentsReporter(this.inspection, this.lists).report(), waste(),
                new SecurityReport(surface(), this.inspection.surface().examined() ? null : NO_SURFACE, secrets()),
                LedgerReport.of(this.ledger, this.lists),
                ReferrersReport.of(this.inspection.referrers()), findings.stream().map(CheckReport::from).toList());
    }

    private static ImageReport.Identity identity(Image image) {
        return new ImageReport.Identity(image.id().toString(), text(image.manifestDigest()),
                image.config().platform().toString(), image.otherPlatforms().stream().map(Platform::toString).toList(),
                image.config().created(), image.config().author(),
                new TreeMap<>(image.annotations()), image.remarks());
    }

    private List<ImageReport.Layer> layers() {
        List<InspectedLayer> layers = this.inspection.weight().layers();
        return IntStream.range(0, layers.size())
                .mapToObj(i -> layer(i, layers.get(i), this.inspection.base().originOf(i)))
                .toList();
    }

    private static ImageReport.Layer layer(int index, InspectedLayer inspected, Origin origin) {
        var layer = inspected.layer();
        HistoryEntry history = layer.history();
        return new ImageReport.Layer(index, layer.diffId().toString(), layer.digest().toString(),
                layer.mediaType().toString(), layer.compression(), origin,
                layer.isCompressed() ? layer.storedSize() : null, layer.storedSize(), layer.tarSize(),
                inspected.uncompressedSize(), inspected.entries(), inspected.wasted(),
                history == null ? null : history.created(),
                history == null ? null : history.createdBy(), history == null ? null : history.comment());
    }

    private static ConfigReport config(ContainerConfig config) {
        HealthCheck check = config.healthCheck();
        return new ConfigReport(config.user(), config.entrypoint(), config.command(), config.environment(),
                List.copyOf(config.exposedPorts()), List.copyOf(config.volumes()), config.workingDir(),
                new TreeMap<>(config.labels()), config.stopSignal(), check == null ? null : check.test(),
                check == null ? null : timing(check), config.shell(), config.onBuild());
    }

    private static ConfigReport.HealthCheckTiming timing(HealthCheck check) {
        return new ConfigReport.HealthCheckTiming(HealthCheck.seconds(check.interval()),
                HealthCheck.seconds(check.timeout()), HealthCheck.seconds(check.startPeriod()),
                HealthCheck.seconds(check.startInterval()), check.retries() == 0 ? null : check.retries());
    }

    private WasteReport waste() {
        DiveEfficiency efficiency = this.inspection.weight().efficiency();
        return new WasteReport(this.lists.of(this.inspection.weight().waste(), ListLimits.WASTE, this::wasted),
                duplicates(this.inspection.weight().duplicates()),
                new WasteReport.DiveEfficiency(efficiency.score(), efficiency.smallest(), efficiency.all()));
    }

    private WasteReport.WastedFile wasted(WastedFile file) {
        BaseImage base = this.inspection.base();
        return new WasteReport.WastedFile(file.path(), file.bytes(), file.layer(), base.originOf(file.layer()),
                file.hiddenBy(), base.originOf(file.hiddenBy()), file.again());
    }

    private WasteReport.Duplicates duplicates(Duplicates duplicates) {
        return new WasteReport.Duplicates(duplicates.contents(), duplicates.copies(), duplicates.savable(),
                this.lists.of(duplicates.largest(), duplicates.contents(), Integer.MAX_VALUE,
                        ImageReporter::duplicate));
    }

    private static WasteReport.Duplicate duplicate(DuplicateContent duplicate) {
        List<WasteReport.DuplicateFile> files = duplicate.files()
                .stream()
                .map(file -> new WasteReport.DuplicateFile(file.path(), file.layer()))
                .toList();
        return new WasteReport.Duplicate(duplicate.content().toString(), duplicate.size(), duplicate.savable(),
                new Listing<>(duplicate.copies(), duplicate.copies() - files.size(), files));
    }

    private List<SecurityReport.Surface> surface() {
        return Stream.of(SurfaceKind.values())
                .map(kind -> new SecurityReport.Surface(kind, kind.title(), kind.isRuntimeFiles(),
                        this.lists.of(this.inspection.surface().of(kind), ListLimits.SURFACE, this::path)))
                .toList();
    }

    private SecurityReport.SurfacePath path(SurfaceItem item) {
        FileEntry file = item.kind() == SurfaceKind.FILE_CAPABILITIES ? this.inspection.files().get(item.path()) : null;
        return new SecurityReport.SurfacePath(item.path(), item.layer(),
                file == null ? null : text(file.extended().capabilities()));
    }

    private Listing<SecurityReport.FoundSecret> secrets() {
        Secrets secrets = this.inspection.secrets();
        return this.lists.of(secrets.items(), secrets.items().size() + secrets.more().total(), ListLimits.SECRETS,
                ImageReporter::secret);
    }

    private static SecurityReport.FoundSecret secret(Secret secret) {
        SecretPlace.File file = secret.place() instanceof SecretPlace.File found ? found : null;
        return new SecurityReport.FoundSecret(secret.kind(), secret.kind().title(), secret.certainty(),
                secret.kind().evidence(), secret.place().describe(), file == null ? null : file.path(),
                file == null ? null : file.line(), file == null ? null : file.layer(),
                file == null ? null : file.hiddenBy());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
