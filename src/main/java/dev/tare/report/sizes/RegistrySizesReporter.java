package dev.tare.report.sizes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.Platform;
import dev.tare.image.StatedBase;
import dev.tare.policy.CompressedBudgets;
import dev.tare.registry.Traffic;
import dev.tare.secret.redaction.Redaction;
import dev.tare.sizes.ManifestSizes;
import dev.tare.sizes.ReferenceSizes;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** Compares the sizes of images. It masks the secrets in names and configs. */
public final class RegistrySizesReporter {

    private static final int OTHER_PLATFORMS = 100;

    private final List<String> names;

    private final List<ReferenceSizes> images;

    private final CompressedBudgets budgets;

    private RegistrySizesReporter(List<String> names, List<ReferenceSizes> images, CompressedBudgets budgets) {
        this.names = names.stream().map(Redaction::text).toList();
        this.images = images;
        this.budgets = budgets;
    }

    /**
     * Compares images.
     *
     * @param names   of the images, as they were given
     * @param images  at least one
     * @param all     whether to compare all platforms that were read; otherwise the first platform of each image,
     *                whatever it is
     * @param traffic of the reading
     */
    public static RegistrySizesReport report(List<String> names, List<ReferenceSizes> images, boolean all,
            CompressedBudgets budgets, Traffic traffic) {
        RegistrySizesReporter reporter = new RegistrySizesReporter(names, images, budgets);
        return reporter.report(all, all ? reporter.platforms()
                : List.of(images.stream().<@Nullable ManifestSizes>map(ReferenceSizes::first).toList()), traffic);
    }

    private List<List<@Nullable ManifestSizes>> platforms() {
        List<Platform> platforms = new ArrayList<>();
        this.images.stream()
                .flatMap(image -> image.platforms().stream().map(ManifestSizes::platform))
                .filter(platform -> platforms.stream().noneMatch(platform::isSame))
                .forEach(platforms::add);
        List<List<@Nullable ManifestSizes>> rows = new ArrayList<>();
        for (Platform platform : platforms) {
            List<@Nullable ManifestSizes> row = new ArrayList<>();
            this.images.forEach(image -> row.add(image.of(platform)));
            rows.add(row);
        }
        return rows;
    }

    private RegistrySizesReport report(boolean all, List<? extends List<@Nullable ManifestSizes>> rows,
            Traffic traffic) {
        List<RegistrySizesReport.OnPlatform> platforms = rows.stream().map(this::platform).toList();
        List<CompressedBudgets.Finding> findings = platforms.stream()
                .flatMap(row -> row.images().stream().flatMap(image -> judge(image, row.images().getFirst()).stream()))
                .toList();
        return new RegistrySizesReport(RegistrySizesReport.SCHEMA_VERSION, this.budgets.verdict(findings), all,
                IntStream.range(0, this.images.size()).mapToObj(this::image).toList(), platforms, findings,
                new RegistrySizesReport.Traffic(traffic.requests(), traffic.bytes()));
    }

    /** @param lowest the image with the lowest index on the platform, which need not be the first one of all */
    private List<CompressedBudgets.Finding> judge(RegistrySizesReport.Entry image, RegistrySizesReport.Entry lowest) {
        return this.budgets.judge(image.platform(), image.index(), this.names.get(image.index()),
                image.compressedBytes(), image.index() == 0 ? null : reference(image, lowest));
    }

    private CompressedBudgets.Reference reference(RegistrySizesReport.Entry image, RegistrySizesReport.Entry lowest) {
        if (image.growthBytes() != null) {
            return new CompressedBudgets.Reference.Known(lowest.compressedBytes());
        }
        return new CompressedBudgets.Reference.Unknown(lowest.index() > 0
                ? image.platform() + ": the first image does not have it"
                : this.names.get(image.index()) + " is " + image.platform() + ", and " + this.names.getFirst() + " is "
                        + lowest.platform() + ": different platforms");
    }

    private RegistrySizesReport.Image image(int index) {
        ReferenceSizes image = this.images.get(index);
        return new RegistrySizesReport.Image(index, this.names.get(index), image.digest().toString(),
                image.otherPlatforms().stream().limit(OTHER_PLATFORMS).map(RegistrySizesReporter::text).toList(),
                image.otherPlatforms().size());
    }

    private RegistrySizesReport.OnPlatform platform(List<@Nullable ManifestSizes> row) {
        List<Integer> having = IntStream.range(0, row.size()).filter(i -> row.get(i) != null).boxed().toList();
        ManifestSizes first = row.getFirst();
        List<RegistrySizesReport.Entry> sizes = new ArrayList<>();
        List<RegistrySizesReport.Pull> pulls = new ArrayList<>();
        for (int wanted : having) {
            ManifestSizes image = Objects.requireNonNull(row.get(wanted));
            sizes.add(sizes(wanted, image, wanted == 0 ? null : first));
            for (int present : having) {
                if (present != wanted) {
                    pulls.add(pull(present, Objects.requireNonNull(row.get(present)), wanted, image));
                }
            }
        }
        return new RegistrySizesReport.OnPlatform(sizes.getFirst().platform(), sizes, shared(row), pulls);
    }

    private static RegistrySizesReport.Entry sizes(int index, ManifestSizes image, @Nullable ManifestSizes first) {
        ManifestSizes.Details details = image.details();
        return new RegistrySizesReport.Entry(index, text(image.platform()), image.manifest().toString(),
                image.config().digest().toString(), image.compressed(),
                first == null || !first.platform().isSame(image.platform()) ? null
                        : image.compressed() - first.compressed(),
                image.distinctLayers(),
                image.foreignLayers(), base(image.base()),
                details == null ? null
                        : new RegistrySizesReport.Config(details.created(), Redaction.words(details.entrypoint()),
                                Redaction.words(details.command()), Redaction.text(details.user())),
                image.detailsUnknownBecause());
    }

    private static RegistrySizesReport.Pull pull(int present, ManifestSizes having, int wanted, ManifestSizes image) {
        return new RegistrySizesReport.Pull(present, wanted, image.pulledBeside(having), image.sharedWith(having),
                image.layersSharedWith(having));
    }

    private static RegistrySizesReport.@Nullable Base base(@Nullable StatedBase base) {
        Digest digest = base == null ? null : base.parsedDigest();
        return base == null || (base.name() == null && digest == null) ? null
                : new RegistrySizesReport.Base(base.name() == null ? null : Redaction.text(base.name()),
                        digest == null ? null : digest.toString(), Words.of(base.place()));
    }

    private static List<RegistrySizesReport.SharedLayer> shared(List<@Nullable ManifestSizes> row) {
        Map<Digest, Long> bytes = new LinkedHashMap<>();
        Map<Digest, Set<Integer>> owners = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            ManifestSizes image = row.get(i);
            for (Descriptor layer : image == null ? List.<Descriptor>of() : image.layers()) {
                bytes.merge(layer.digest(), layer.size(), Math::max);
                owners.computeIfAbsent(layer.digest(), _ -> new LinkedHashSet<>()).add(i);
            }
        }
        List<RegistrySizesReport.SharedLayer> shared = new ArrayList<>();
        owners.forEach((digest, images) -> {
            if (images.size() > 1) {
                shared.add(new RegistrySizesReport.SharedLayer(digest.toString(), bytes.getOrDefault(digest, 0L),
                        List.copyOf(images)));
            }
        });
        return shared;
    }

    private static String text(Platform platform) {
        return Redaction.text(platform.toString());
    }
}
