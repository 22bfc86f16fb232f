package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.HostileImages;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.RawTar;
import dev.tare.image.Digest;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.secret.FakeKeys;
import dev.tare.source.ImageSource;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Layers that are small to transfer, and expensive to merge. */
class HostileLayersTests {

    @TempDir
    private Path folder;

    @Test
    void inspectWhenPathsAreDeepThrowsExceptionInASmallHeap() throws Exception {
        byte[] archive = image(layer -> numbers(1_000)
                .forEach(i -> layer.file("%03d/".formatted(i) + "a/".repeat(2040) + "f", "")));
        assertThat(InspectedArchive.inspect(write(archive), 96, 50_000)).contains("the limit \"image-entries\"");
    }

    @Test
    void inspectWhenFilesRecreateFoldersThrowsExceptionInASmallHeap() throws Exception {
        byte[] archive = image(layer -> numbers(30_000)
                .forEach(i -> layer.file("%06d/".formatted(i) + "a/".repeat(20) + "f", "")));
        assertThat(InspectedArchive.inspect(write(archive), 96, 60_000)).contains("the limit \"image-entries\"");
    }

    @Test
    void inspectWhenALayerRepeatsOftenThrowsExceptionInASmallHeap() throws Exception {
        LayerBuilder layer = new LayerBuilder();
        numbers(20_000).forEach(i -> layer.file(Integer.toString(i), "x"));
        assertThat(InspectedArchive.inspect(write(repeated(layer.toTar(), 100)), 96, 60_000))
                .contains("the limit \"image-entries\"");
    }

    @Test
    void foldersWithoutEntriesCountAsEntries() throws IOException {
        byte[] archive = image(layer -> layer.file("a/b/f", "").file("a/b/g", "").file("a/c/f", ""));
        assertNeeds("image-entries", 3 + 3, archive);
    }

    @Test
    void aRepeatedLayerCountsEachTime() throws IOException {
        byte[] tar = new LayerBuilder().file("a", "").file("b", "").toTar();
        assertNeeds("image-entries", 3 * 2, repeated(tar, 3));
        assertNeeds("image-tar-size", 3L * tar.length, repeated(tar, 3));
    }

    @Test
    void extendedAttributesCountAsEntries() throws IOException {
        assertNeeds("image-entries", 2 + 2, image(layer -> layer.fileWithXattr("a", "", 0644, "user.a", "x")
                .fileWithXattr("b", "", 0644, "user.b", "x")));
    }

    @Test
    @Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
    void extendedAttributesOfAllNamesBelongToTheFile() {
        RawTar tar = new RawTar().entry("f", '0', "x");
        numbers(60_000)
                .forEach(i -> tar.pax("SCHILY.xattr.user.%04d".formatted(i % 5_000), "1").link("l" + i, '1', "f"));
        FileTree files = inspect(HostileImages.withTar(tar));
        assertThat(files.inode(0).attributes().extended().others()).hasSize(5_000).isSorted();
        assertThat(files.inode(0)).isSameAs(files.inode(60_000));
    }

    @Test
    void inspectWhenAFileHasTooManyExtendedAttributesThrowsException() {
        RawTar tar = new RawTar().entry("f", '0', "x");
        numbers(300).forEach(i -> tar.pax("SCHILY.xattr.user.%0250d".formatted(i), "1").link("l" + i, '1', "f"));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> inspect(HostileImages.withTar(tar)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("xattr-names"));
    }

    /** Owners have 32 bits in {@code lchown}, which containerd and Docker call. */
    @Test
    void ownersAreTheLowest32BitsOfTheirNumbers() {
        FileTree files = inspect(HostileImages.withTar(new RawTar().pax("uid", "4294967301", "gid", "4294967295")
                .entry("big", '0', "")
                .pax("uid", "4294967294")
                .entry("largest", '0', "")));
        assertThat(files.entries()).extracting(FileEntry::uid).containsExactly(5L, 4294967294L);
        assertThat(files.entries()).extracting(FileEntry::gid).containsExactly(0L, 0L);
    }

    /** An attacker can choose owners whose hashes in Java are equal. */
    @Test
    @Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
    void inspectWhenHashesOfOwnersCollideKeepsTheOwners() {
        int owners = 200_000;
        RawTar tar = new RawTar();
        numbers(owners).forEach(i -> tar.pax("uid", Integer.toString(i), "gid", Long.toString(31L * (owners - i)))
                .entry("d/" + i, '0', ""));
        assertThat(inspect(HostileImages.withTar(tar)).entries().stream().mapToLong(FileEntry::uid).distinct())
                .hasSize(owners);
    }

    @Test
    void inspectListsHiddenSecretsByPath() {
        List<String> paths = numbers(12).mapToObj("d/key%02d"::formatted).toList();
        Inspection inspection = DrawnImage.anImage()
                .layer(layer -> paths.reversed().forEach(path -> layer.file(path, FakeKeys.pkcs1())))
                .layer(layer -> layer.whiteout("d"))
                .inspect();
        assertThat(inspection.secrets().items()).extracting(secret -> ((SecretPlace.File) secret.place()).path())
                .containsExactlyElementsOf(paths);
    }

    /** Each layer is within the limit, but the walks of all layers exceed it together. */
    @Test
    @Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
    void whiteoutsThroughLinksCountAgainstALimitOfTheImage() {
        byte[] archive = ImageBuilder.anImage("hostile:1")
                .layer(layer -> deepWhiteouts(layer).file("a", ""))
                .layer(layer -> deepWhiteouts(layer).file("b", ""))
                .asDockerArchive(DockerForm.JIB);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> inspect(archive))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("walked-paths"));
    }

    @Test
    @Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
    void whiteoutsThroughLinksAreResolvedOnceForARepeatedLayer() {
        byte[] tar = deepWhiteouts(new LayerBuilder()).toTar();
        assertThat(inspect(repeated(tar, 5)).get("k")).isNotNull();
    }

    /** Alternates whiteouts in two deep folders, so that each needs a new walk. */
    private static LayerBuilder deepWhiteouts(LayerBuilder layer) {
        layer.symlink("k", ".");
        numbers(90).forEach(i -> layer.whiteout("k/" + (i % 2) + "/" + "a/".repeat(1980) + i));
        return layer;
    }

    private static IntStream numbers(int count) {
        return IntStream.range(0, count);
    }

    private static byte[] image(Consumer<LayerBuilder> layer) {
        return ImageBuilder.anImage("hostile:1").layer(layer).asDockerArchive(DockerForm.JIB);
    }

    private static byte[] repeated(byte[] tar, int times) {
        return HostileImages.docker(Collections.nCopies(times, "layer.tar"),
                Collections.nCopies(times, Digest.sha256Of(tar).toString())).file("layer.tar", tar).toTar();
    }

    private static FileTree inspect(byte[] archive) {
        return new Inspector(Limits.DEFAULTS).inspect(stream(archive, Limits.DEFAULTS)).files();
    }

    private void assertNeeds(String limit, long needed, byte[] archive) throws IOException {
        for (ImageSource source : sources(archive, Limits.DEFAULTS.with(limit, needed))) {
            assertThat(new Inspector(Limits.DEFAULTS.with(limit, needed)).inspect(source).weight().layers())
                    .isNotEmpty();
        }
        Limits low = Limits.DEFAULTS.with(limit, needed - 1);
        for (ImageSource source : sources(archive, low)) {
            assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> new Inspector(low).inspect(source))
                    .satisfies(ex -> assertThat(ex.limit()).isEqualTo(limit));
        }
    }

    private List<ImageSource> sources(byte[] archive, Limits limits) throws IOException {
        return List.of(ArchiveSources.open(write(archive), ImageSelection.ONLY, limits), stream(archive, limits));
    }

    private static ImageSource stream(byte[] archive, Limits limits) {
        return ArchiveSources.stream("given.tar", new ByteArrayInputStream(archive), ImageSelection.ONLY, limits);
    }

    private Path write(byte[] archive) throws IOException {
        return Files.write(this.folder.resolve("given.tar"), archive);
    }
}
