package dev.tare.policy.file;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.image.InvalidValueException;
import dev.tare.policy.Figures;
import dev.tare.policy.Measure;
import dev.tare.policy.RecordedFigures;
import dev.tare.vulnerability.KnownVulnerabilities;
import dev.tare.vulnerability.Severity;
import dev.tare.vulnerability.VulnerabilityKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the figures of an image from a JSON report of an earlier run. Other parts of the report are skipped. */
public final class RecordedReport {

    /** The maximum number of bytes of a report. */
    public static final int MAX_BYTES = 64 << 20;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final String EXPECTED =
            "a JSON report of \"tare inspect\" or \"tare compare\" of one platform, made with --format json";

    private RecordedReport() {}

    /**
     * The figures of the image of an inspection, or of the last image of a comparison.
     *
     * @param path the name of the file, for errors
     * @throws InvalidValueException if it is not a report
     */
    public static RecordedFigures read(String path, byte[] json) {
        try {
            @Nullable
            Report report = MAPPER.readValue(json, Report.class);
            Image image = report == null ? null
                    : report.image != null ? report.image
                    : report.images != null && !report.images.isEmpty() ? report.images.getLast()
                    : null;
            if (image == null || image.name == null || image.sizes == null || image.layers == null
                    || image.layers.stream().anyMatch(layer -> layer == null || layer.diffId == null)) {
                throw new InvalidValueException("baseline", path, EXPECTED);
            }
            return new RecordedFigures(image.name, values(image, image.sizes, image.layers), lines(image),
                    image.ledger != null && image.ledger.lines != null && image.ledger.lines.leftOut == 0,
                    image.layers.stream().map(Layer::diffId).filter(Objects::nonNull).collect(Collectors.toSet()),
                    report.vulnerabilities == null ? null : vulnerabilities(report.vulnerabilities));
        } catch (JacksonException ex) {
            throw new InvalidValueException("baseline", path, EXPECTED);
        }
    }

    private static Map<Measure, Long> values(Image image, Sizes sizes, List<Layer> layers) {
        Map<Measure, @Nullable Long> values = new HashMap<>();
        values.put(Measure.TOTAL, sizes.uncompressedBytes);
        values.put(Measure.COMPRESSED, sizes.compressedBytes);
        values.put(Measure.WASTED, sizes.wastedBytes);
        values.put(Measure.APPLICATION, sizes.weight == null ? null : sizes.weight.netUncompressedBytes);
        values.put(Measure.LAYERS, (long) layers.size());
        Contents contents = image.contents;
        if (contents != null && contents.files != null) {
            values.put(Measure.FILES, contents.files.files);
            values.put(Measure.EXECUTABLES, contents.files.executables);
        }
        if (contents != null && contents.packages != null
                && (contents.incomplete == null || !contents.incomplete.contains("OS_PACKAGES"))) {
            values.put(Measure.PACKAGES, contents.packages.total);
        }
        if (image.security != null && image.security.surface != null
                && image.security.surfaceNotExaminedBecause == null) {
            image.security.surface.stream()
                    .filter(surface -> surface != null && "SETUID".equals(surface.kind) && surface.paths != null)
                    .forEach(surface -> values.put(Measure.SETUID, surface.paths.total));
        }
        values.values().removeIf(Objects::isNull);
        return Map.copyOf(values);
    }

    /** Those of the last image. {@code null} if no scanner reported on it. */
    private static @Nullable KnownVulnerabilities vulnerabilities(Scanned scanned) {
        ScannedImage image = scanned.images == null || scanned.images.isEmpty() ? null : scanned.images.getLast();
        if (image == null || image.counts == null) {
            return null;
        }
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, image.counts.getOrDefault(severity.title(), 0L));
        }
        boolean hasAll = image.items != null && image.items.items != null && image.items.leftOut == 0;
        return new KnownVulnerabilities(counts, !hasAll || image.items == null || image.items.items == null ? null
                : image.items.items.stream()
                        .filter(item -> item != null && item.id != null)
                        .map(RecordedReport::known)
                        .toList());
    }

    private static KnownVulnerabilities.Known known(Item item) {
        return new KnownVulnerabilities.Known(
                new VulnerabilityKey(Objects.requireNonNullElse(item.id, ""),
                        Objects.requireNonNullElse(item.packageType, ""),
                        Objects.requireNonNullElse(item.packageName, "")),
                item.aliases == null ? List.of() : item.aliases.stream().flatMap(Stream::ofNullable).toList(),
                severity(item.severity));
    }

    private static Severity severity(@Nullable String text) {
        return Stream.of(Severity.values())
                .filter(one -> one.title().equalsIgnoreCase(text))
                .findFirst()
                .orElse(Severity.UNKNOWN);
    }

    private static List<Figures.Line> lines(Image image) {
        return image.ledger == null || image.ledger.lines == null || image.ledger.lines.items == null ? List.of()
                : image.ledger.lines.items.stream()
                        .filter(line -> line != null && line.title != null && line.name != null)
                        .map(line -> new Figures.Line(line.title, line.name, line.visibleBytes))
                        .toList();
    }

    private record Report(@Nullable Image image, @Nullable List<Image> images, @Nullable Scanned vulnerabilities) {}

    private record Scanned(@Nullable List<ScannedImage> images) {}

    private record ScannedImage(@Nullable Map<String, Long> counts, @Nullable Items items) {}

    private record Items(long leftOut, @Nullable List<Item> items) {}

    private record Item(@Nullable String id, @Nullable List<@Nullable String> aliases, @Nullable String severity,
            @Nullable String packageType,
            @Nullable String packageName) {}

    private record Image(@Nullable String name, @Nullable Sizes sizes, @Nullable List<Layer> layers,
            @Nullable Contents contents, @Nullable Security security, @Nullable Ledger ledger) {}

    private record Sizes(@Nullable Long uncompressedBytes, @Nullable Long compressedBytes, @Nullable Long wastedBytes,
            @Nullable Weight weight) {}

    private record Weight(@Nullable Long netUncompressedBytes) {}

    private record Layer(@Nullable String diffId) {}

    private record Contents(@Nullable Count packages, @Nullable Files files, @Nullable List<String> incomplete) {}

    private record Count(@Nullable Long total) {}

    private record Files(@Nullable Long files, @Nullable Long executables) {}

    private record Security(@Nullable List<Surface> surface, @Nullable String surfaceNotExaminedBecause) {}

    private record Surface(@Nullable String kind, @Nullable Count paths) {}

    private record Ledger(@Nullable Lines lines) {}

    private record Lines(long leftOut, @Nullable List<Line> items) {}

    private record Line(@Nullable String title, @Nullable String name, long visibleBytes) {}
}
