package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.image.Compression;
import dev.tare.image.Digest;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.Origin;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.limits.RequestBudget;
import dev.tare.source.ImageSource;
import dev.tare.source.Progress;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InspectorTests {

    @Test
    void inspectReportsEverySize() {
        DrawnImage image = DrawnImage.anImage()
                .compression(Compression.GZIP)
                .layer(l -> l.file("a", "12345").file("b", "1"))
                .layer(l -> l.file("a", "123").symlink("c", "a"));
        Sizes sizes = image.inspect().weight().sizes();
        assertThat(sizes.uncompressed()).isEqualTo(9);
        assertThat(sizes.visible()).isEqualTo(4);
        assertThat(sizes.wasted()).isEqualTo(5);
        assertThat(sizes.stored()).isEqualTo(sizes.compressed()).isPositive();
    }

    @Test
    void inspectCountsARepeatedBlobOnceInTheCompressedSize() {
        Sizes sizes = DrawnImage.anImage()
                .compression(Compression.GZIP)
                .layer(l -> l.file("a", "12345"))
                .layer(l -> l.file("a", "12345"))
                .inspect()
                .weight()
                .sizes();
        assertThat(sizes.stored()).isEqualTo(2 * Objects.requireNonNull(sizes.compressed()));
        assertThat(sizes.uncompressed()).isEqualTo(10);
    }

    @Test
    void inspectReportsNoCompressedSizeOfUncompressedLayers() {
        Sizes sizes = DrawnImage.anImage().layer(l -> l.file("a", "1")).inspect().weight().sizes();
        assertThat(sizes.compressed()).isNull();
        assertThat(sizes.stored()).isPositive();
    }

    @Test
    void inspectOfAnImageWithoutLayersReportsNothing() {
        Inspection inspection = DrawnImage.anImage().inspect();
        assertThat(inspection.weight().sizes()).isEqualTo(new Sizes(0L, 0, 0, 0, 0));
        assertThat(inspection.files().size()).isZero();
        assertThat(inspection.base().boundary()).isInstanceOf(BaseBoundary.Unknown.class);
    }

    @Test
    void inspectReportsTheFactsOfEachLayer() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.directory("d").file("d/a", "12345"))
                .history("ADD rootfs")
                .emptyHistory("CMD [\"sh\"]")
                .layer(l -> l.whiteout("d/a").file("d/b", "1"))
                .history("jib-maven-plugin:3.5.2")
                .inspect();
        assertThat(IntStream.range(0, 2).mapToObj(inspection.base()::originOf))
                .containsExactly(Origin.BASE, Origin.NET);
        assertThat(inspection.weight().layers()).extracting(InspectedLayer::entries).containsExactly(2, 2);
        assertThat(inspection.weight().layers()).extracting(InspectedLayer::uncompressedSize).containsExactly(5L, 1L);
        assertThat(inspection.weight().layers()).extracting(InspectedLayer::wasted).containsExactly(5L, 0L);
        assertThat(inspection.uncompressedSize(Origin.NET)).isEqualTo(1);
    }

    @Test
    void inspectListsLargestWasteFirst() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("a", "1").file("b", "22"))
                .layer(l -> l.whiteout("a").whiteout("b"))
                .inspect();
        assertThat(inspection.weight().waste()).extracting(WastedFile::path).containsExactly("b", "a");
    }

    @Test
    void inspectComputesTheDigestOfEachFile() {
        String status = "Package: a\n";
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", status).file("b", "").file("c", new byte[300_000]))
                .inspect();
        assertThat(inspection.files().get("var/lib/dpkg/status")).extracting(FileEntry::content)
                .isEqualTo(Digest.sha256Of(status.getBytes(StandardCharsets.UTF_8)));
        assertThat(inspection.files().get("b")).extracting(FileEntry::content).isEqualTo(Digest.sha256Of(new byte[0]));
        assertThat(inspection.files().get("c")).extracting(FileEntry::content)
                .isEqualTo(Digest.sha256Of(new byte[300_000]));
    }

    @Test
    void inspectWhenAllLayersTogetherHaveTooManyEntriesThrowsException() {
        DrawnImage image = DrawnImage.anImage()
                .layer(l -> l.file("a", "").file("b", ""))
                .layer(l -> l.file("c", "").file("d", ""));
        assertThat(inspector(4).inspect(image).files().size()).isEqualTo(4);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> inspector(3).inspect(image))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("image-entries"));
    }

    @Test
    void inspectCountsLongNamesAndFindingsAsSeveralEntries() {
        String packages = "Package: a\nStatus: install ok installed\nVersion: 1\n\n".repeat(100);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(
                () -> inspector(10).inspect(DrawnImage.anImage().layer(l -> l.file("a".repeat(5000), ""))));
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(
                () -> inspector(10).inspect(DrawnImage.anImage().layer(l -> l.file("var/lib/dpkg/status", packages))));
    }

    /** A path of a few hundred bytes has a hundred folders. Each needs as much memory as an entry. */
    @Test
    void inspectCountsFoldersWithoutEntries() {
        assertThat(inspector(21).inspect(DrawnImage.anImage().layer(l -> l.file("a/".repeat(20) + "f", "")))
                .files()
                .size()).isEqualTo(21);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> inspector(20)
                        .inspect(DrawnImage.anImage().layer(l -> l.file("a/".repeat(20) + "f", ""))))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("image-entries"));
    }

    /** The clock advances by a second at each look, so its time is the number of looks. */
    @Test
    void inspectMeasuresTheTimeFromTheArchiveToTheResult() {
        AtomicLong looks = new AtomicLong();
        inspectWithin(Duration.ofDays(1), looks);
        long all = looks.get();
        assertThat(all).isGreaterThan(5);
        inspectWithin(Duration.ofSeconds(all), looks);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> inspectWithin(Duration.ofSeconds(all - 1), looks))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("time"));
    }

    private static void inspectWithin(Duration allowed, AtomicLong looks) {
        Limits limits = Limits.DEFAULTS.with("time", allowed.toMillis());
        looks.set(-1);
        Deadline deadline = Deadline.of(limits, () -> Duration.ofSeconds(looks.incrementAndGet()).toNanos());
        byte[] archive = ImageBuilder.anImage("app:1")
                .layer(l -> l.file("a", "1"))
                .layer(l -> l.file("b", "2"))
                .asDockerArchive(DockerForm.JIB);
        ImageSource source = ArchiveSources.stream("given.tar", new ByteArrayInputStream(archive),
                ImageSelection.ONLY, limits);
        new Inspector(limits).inspect(source, new RequestBudget(), new ImageBudget(limits, deadline),
                new Progress());
    }

    private static Inspector inspector(int entries) {
        return new Inspector(Limits.DEFAULTS.with("image-entries", entries));
    }
}
