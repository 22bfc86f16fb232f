package dev.tare.images;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;

import dev.tare.comparison.ledger.EntryChange;
import dev.tare.comparison.ledger.LedgerDifference;
import dev.tare.fixture.LedgerAssert;
import dev.tare.image.DiffId;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Sizes;
import dev.tare.inspection.base.Origin;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.inspection.ledger.Ledger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the sizes of Tare's own images with those in the engine, to the byte. The engine measures unpacked layers in
 * its file system, where each symbolic link takes the bytes of its target. Tare counts only the bytes of files.
 */
class ImageSizesIT {

    private static final Map<Flavour, Inspection> INSPECTIONS = new EnumMap<>(Flavour.class);

    @BeforeAll
    static void inspect() {
        for (Flavour flavour : Flavour.values()) {
            INSPECTIONS.put(flavour, flavour.archive().inspect());
        }
    }

    @ParameterizedTest
    @EnumSource
    void uncompressedSizeEqualsThatOfTheEngine(Flavour flavour) throws IOException {
        long links = sum(flavour.archive().linkTargetBytes());
        assertThat(sizes(flavour).uncompressed() + links).isEqualTo(LoadedImage.of(flavour).inspect().getSize());
    }

    @ParameterizedTest
    @EnumSource
    void layersHaveTheSizesInTheHistoryOfTheEngine(Flavour flavour) throws IOException {
        List<Long> links = flavour.archive().linkTargetBytes();
        List<InspectedLayer> layers = inspection(flavour).weight().layers();
        List<Long> sizes = IntStream.range(0, layers.size())
                .mapToObj(index -> layers.get(index).uncompressedSize() + links.get(index))
                .toList();
        assertThat(sizes).isEqualTo(EngineCommand.layerSizes(LoadedImage.of(flavour).reference()));
    }

    @ParameterizedTest
    @EnumSource
    void compressedSizeIsThatOfTheBlobsInTheArchive(Flavour flavour) throws IOException {
        assertThat(sizes(flavour).compressed()).isEqualTo(flavour.archive().layerBytes());
    }

    @ParameterizedTest
    @EnumSource
    void treeEqualsTheExportOfTheEngine(Flavour flavour) throws IOException {
        SortedMap<String, ExportedEntry> exported = EngineCommand.export(LoadedImage.of(flavour).reference());
        assertThat(TreeDifferences.between(inspection(flavour), exported)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyByteIsEitherVisibleOrWasted(Flavour flavour) {
        Sizes sizes = sizes(flavour);
        assertThat(sizes.visible() + sizes.wasted()).isEqualTo(sizes.uncompressed());
    }

    @Test
    void distrolessIsSmallerThanSlimInEverySize() {
        Sizes slim = sizes(Flavour.SLIM);
        Sizes distroless = sizes(Flavour.DISTROLESS);
        assertThat(distroless.compressed()).isLessThan(slim.compressed());
        assertThat(distroless.uncompressed()).isLessThan(slim.uncompressed());
        assertThat(distroless.visible()).isLessThan(slim.visible());
    }

    @ParameterizedTest
    @EnumSource
    void everyVisibleByteHasAnOwner(Flavour flavour) {
        LedgerAssert.balanced(inspection(flavour));
    }

    @Test
    void tenLinesExplainMostOfTheDifference() {
        LedgerDifference difference = LedgerDifference.between(Ledger.of(inspection(Flavour.SLIM)),
                Ledger.of(inspection(Flavour.DISTROLESS)));
        assertThat(difference.share(10)).isGreaterThanOrEqualTo(0.8);
        assertThat(difference.entries().stream().limit(10)).extracting(EntryChange::title)
                .noneMatch(title -> title.matches(".*\\d+ more.*|.*[Oo]ther.*|Folder without a package: (/[^/]+){3,}"));
    }

    /** LedgerAssert checks the names of all lines. No folder without a package has more than 2 % of the bytes. */
    @ParameterizedTest
    @EnumSource
    void foldersWithoutAPackageAreSmall(Flavour flavour) {
        Ledger ledger = Ledger.of(inspection(flavour));
        assertThat(ledger.lines()).filteredOn(line -> line.chapter() == Chapter.FOLDERS)
                .allMatch(line -> 50 * line.size() <= ledger.sizes().visible());
    }

    @Test
    void bothHaveTheSameApplicationLayers() {
        assertThat(applicationLayers(Flavour.DISTROLESS)).isNotEmpty()
                .isEqualTo(applicationLayers(Flavour.SLIM));
        assertThat(diffIds(Flavour.SLIM)).filteredOn(Set.copyOf(diffIds(Flavour.DISTROLESS))::contains)
                .isEqualTo(applicationLayers(Flavour.SLIM));
    }

    private static Inspection inspection(Flavour flavour) {
        return Objects.requireNonNull(INSPECTIONS.get(flavour));
    }

    private static long sum(List<Long> sizes) {
        return sizes.stream().mapToLong(Long::longValue).sum();
    }

    private static Sizes sizes(Flavour flavour) {
        return inspection(flavour).weight().sizes();
    }

    /** Without the last layer, the AOT cache of the JVM of this image. */
    private static List<DiffId> applicationLayers(Flavour flavour) {
        List<DiffId> all = diffIds(flavour);
        return IntStream.range(0, all.size() - 1)
                .filter(index -> inspection(flavour).base().originOf(index) == Origin.NET)
                .mapToObj(all::get)
                .toList();
    }

    private static List<DiffId> diffIds(Flavour flavour) {
        return inspection(flavour).weight().layers().stream().map(layer -> layer.layer().diffId()).toList();
    }

}
