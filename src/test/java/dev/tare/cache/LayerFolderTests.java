package dev.tare.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.image.Digest;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Limits;
import dev.tare.source.KnownLayers;
import dev.tare.source.ReadLayer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LayerFolderTests {

    private static final long MUCH = 1 << 20;

    @TempDir
    private Path temporary;

    @Test
    void locateReadsTheVariablesInTheirOrder() {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/a"));
        assertThat(LayerFolder.locate(environment)).isEqualTo(Path.of("/home/a/.cache/tare"));
        environment.put("XDG_CACHE_HOME", "relative");
        assertThat(LayerFolder.locate(environment)).isEqualTo(Path.of("/home/a/.cache/tare"));
        environment.put("XDG_CACHE_HOME", "/caches");
        assertThat(LayerFolder.locate(environment)).isEqualTo(Path.of("/caches/tare"));
        environment.put("TARE_CACHE", "");
        assertThat(LayerFolder.locate(environment)).isEqualTo(Path.of("/caches/tare"));
        environment.put("TARE_CACHE", "/other");
        assertThat(LayerFolder.locate(environment)).isEqualTo(Path.of("/other"));
    }

    @Test
    void locateWithoutAHomeReturnsNull() {
        assertThat(LayerFolder.locate(Map.of())).isNull();
        assertThat(LayerFolder.locate(Map.of("HOME", ""))).isNull();
    }

    @Test
    void onlyTheUserCanReadTheFolderAndItsFiles() throws IOException {
        Path home = this.temporary.resolve("a/b");
        LayerFolder folder = LayerFolder.open(home, MUCH);
        layers(folder).keep(ReadLayers.withFile("a", "a"), false);
        for (Path part : List.of(this.temporary.resolve("a"), home, folder.path())) {
            assertThat(permissions(part)).isEqualTo("rwx------");
        }
        assertThat(files(folder.path())).singleElement()
                .satisfies(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }

    @Test
    void aFolderThatOthersCanReadIsClosed() throws IOException {
        Files.createDirectories(this.temporary.resolve("layers"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        assertThat(permissions(LayerFolder.open(this.temporary, MUCH).path())).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatOthersCanWriteIsRefused() throws IOException {
        Files.createDirectories(this.temporary.resolve("layers"));
        for (Path part : List.of(this.temporary, this.temporary.resolve("layers"))) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxrwxr-x"));
            assertThatExceptionOfType(UnusableCacheException.class)
                    .isThrownBy(() -> LayerFolder.open(this.temporary, MUCH))
                    .withMessageContaining("chmod")
                    .satisfies(ex -> assertThat(ex.isUnsafe()).isTrue());
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aLinkInsteadOfTheFolderIsRefused() throws IOException {
        Path other = Files.createDirectory(this.temporary.resolve("other"));
        Path home = Files.createDirectory(this.temporary.resolve("home"));
        Files.createSymbolicLink(home.resolve("layers"), other);
        assertThatExceptionOfType(UnusableCacheException.class).isThrownBy(() -> LayerFolder.open(home, MUCH))
                .satisfies(ex -> assertThat(ex.isUnsafe()).isTrue());
        assertThat(files(other)).isEmpty();
    }

    @Test
    void aLinkToTheNamedFolderIsFollowed() throws IOException {
        Path other = Files.createDirectory(this.temporary.resolve("other"));
        Path link = Files.createSymbolicLink(this.temporary.resolve("link"), other);
        LayerFolder.open(link, MUCH);
        assertThat(other.resolve("layers")).isDirectory();
    }

    @Test
    void aFileInsteadOfTheFolderIsUnwritable() throws IOException {
        Path file = Files.createFile(this.temporary.resolve("file"));
        assertThatExceptionOfType(UnusableCacheException.class).isThrownBy(() -> LayerFolder.open(file, MUCH))
                .satisfies(ex -> assertThat(ex.isUnsafe()).isFalse());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeMadeIsUnwritable() {
        assertThatExceptionOfType(UnusableCacheException.class)
                .isThrownBy(() -> LayerFolder.open(Path.of("/proc/tare"), MUCH))
                .satisfies(ex -> assertThat(ex.isUnsafe()).isFalse());
    }

    @Test
    @EnabledIf("isRoot")
    void aFolderOfAnotherUserIsRefused() throws IOException {
        Path layers = Files.createDirectories(this.temporary.resolve("layers"));
        Files.setAttribute(layers, "unix:uid", 12_345);
        assertThatExceptionOfType(UnusableCacheException.class)
                .isThrownBy(() -> LayerFolder.open(this.temporary, MUCH))
                .withMessageContaining("another user")
                .satisfies(ex -> assertThat(ex.isUnsafe()).isTrue());
    }

    @Test
    void aLayerIsFoundByItsDigestOnly() {
        KnownLayers<LayerScan> layers = layers(LayerFolder.open(this.temporary, MUCH));
        ReadLayer<LayerScan> layer = ReadLayers.withFile("a", "a");
        assertThat(layers.find(layer.stored().digest())).isNull();
        layers.keep(layer, false);
        KnownLayers<LayerScan> again = layers(LayerFolder.open(this.temporary, MUCH));
        assertThat(found(again, layer)).isTrue();
        assertThat(again.find(Digest.sha256Of(new byte[0]))).isNull();
    }

    @Test
    void aLayerUnderTheDigestOfAnotherIsDeleted() throws IOException {
        LayerFolder folder = LayerFolder.open(this.temporary, MUCH);
        KnownLayers<LayerScan> layers = layers(folder);
        layers.keep(ReadLayers.withFile("a", "a"), false);
        Path file = files(folder.path()).getFirst();
        ReadLayer<LayerScan> other = ReadLayers.withFile("b", "b");
        layers.keep(other, false);
        Path otherFile = files(folder.path()).stream().filter(one -> !one.equals(file)).findFirst().orElseThrow();
        Files.copy(file, otherFile, StandardCopyOption.REPLACE_EXISTING);
        assertThat(layers.find(other.stored().digest())).isNull();
        assertThat(otherFile).doesNotExist();
        assertThat(file).exists();
    }

    @Test
    void aDamagedFileIsDeletedAndWrittenAgain() throws IOException {
        LayerFolder folder = LayerFolder.open(this.temporary, MUCH);
        KnownLayers<LayerScan> layers = layers(folder);
        ReadLayer<LayerScan> layer = ReadLayers.withFile("a", "a");
        layers.keep(layer, false);
        Path file = files(folder.path()).getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(layers.find(layer.stored().digest())).isNull();
        assertThat(file).doesNotExist();
        layers.keep(layer, false);
        assertThat(found(layers, layer)).isTrue();
    }

    @Test
    void anotherScannerFindsNothingAndDeletesNothing() throws IOException {
        LayerFolder folder = LayerFolder.open(this.temporary, MUCH);
        ReadLayer<LayerScan> layer = ReadLayers.withFile("a", "a");
        layers(folder).keep(layer, false);
        KnownLayers<LayerScan> other = folder.layers("another version", Limits.DEFAULTS);
        assertThat(other.find(layer.stored().digest())).isNull();
        other.keep(layer, false);
        assertThat(files(folder.path())).hasSize(2);
        assertThat(found(layers(folder), layer)).isTrue();
    }

    @Test
    void aLinkToALayerIsNotFollowed() throws IOException {
        LayerFolder folder = LayerFolder.open(this.temporary, MUCH);
        ReadLayer<LayerScan> layer = ReadLayers.withFile("a", "a");
        layers(folder).keep(layer, false);
        Path file = files(folder.path()).getFirst();
        Path moved = Files.move(file, this.temporary.resolve("moved"));
        Files.createSymbolicLink(file, moved);
        assertThat(layers(folder).find(layer.stored().digest())).isNull();
        assertThat(folder.usage().layers()).isZero();
        folder.clear();
        assertThat(Files.exists(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
        byte[] before = Files.readAllBytes(moved);
        layers(folder).keep(layer, false);
        assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(moved).hasBinaryContent(before);
    }

    @Test
    void keepEvictsTheLeastRecentlyUsedLayers() throws IOException {
        List<ReadLayer<LayerScan>> layers =
                Stream.of("a", "b", "c", "d").map(name -> ReadLayers.withFile(name, name)).toList();
        LayerFolder large = LayerFolder.open(this.temporary, MUCH);
        layers.subList(0, 3).forEach(layer -> layers(large).keep(layer, false));
        long size = large.usage().bytes() / 3;
        for (int i = 0; i < 3; i++) {
            setUsed(large, layers.get(i), Instant.now().minus(Duration.ofHours(3 - i)));
        }
        assertThat(found(layers(large), layers.getFirst())).isTrue();
        LayerFolder small = LayerFolder.open(this.temporary, 3 * size + size / 2);
        layers(small).keep(layers.get(3), false);
        assertThat(layers).extracting(layer -> found(layers(small), layer)).containsExactly(true, false, true, true);
    }

    @Test
    void evictionTouchesNoOtherFiles() throws IOException {
        LayerFolder folder = LayerFolder.open(this.temporary, MUCH);
        layers(folder).keep(ReadLayers.withFile("a", "a"), false);
        List<String> names = List.of("notes.txt", "sha256-ab.layer", "0123456789abcdef.tmp.bak", ".hidden",
                "x" + files(folder.path()).getFirst().getFileName());
        for (String name : names) {
            Files.setLastModifiedTime(Files.createFile(folder.path().resolve(name)), FileTime.fromMillis(0));
        }
        String named = "sha256-" + "0".repeat(64) + "-" + "0".repeat(16) + ".layer";
        Files.createDirectory(folder.path().resolve(named));
        folder.clear();
        assertThat(files(folder.path())).extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(names.stream(), Stream.of(named)).toList());
        assertThat(folder.usage()).isEqualTo(new LayerFolder.Usage(0, 0));
    }

    @Test
    void temporaryFilesOfKilledProcessesAreDeleted() throws IOException {
        LayerFolder folder = LayerFolder.open(this.temporary, MUCH);
        Path stale = Files.createFile(folder.path().resolve("0123456789abcdef.tmp"));
        Path recent = Files.createFile(folder.path().resolve("fedcba9876543210.tmp"));
        Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        layers(folder).keep(ReadLayers.withFile("a", "a"), false);
        assertThat(stale).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void aLayerThatIsLargerThanTheBoundIsNotKept() throws IOException {
        LayerFolder folder = LayerFolder.open(this.temporary, 50);
        layers(folder).keep(ReadLayers.withFile("a", "a"), false);
        assertThat(files(folder.path())).isEmpty();
    }

    /** The folder may disappear while a command runs. */
    @Test
    void aMissingFolderIsNoError() throws IOException {
        LayerFolder folder = LayerFolder.open(this.temporary.resolve("a"), MUCH);
        KnownLayers<LayerScan> layers = layers(folder);
        Files.delete(folder.path());
        ReadLayer<LayerScan> layer = ReadLayers.withFile("a", "a");
        layers.keep(layer, false);
        assertThat(layers.find(layer.stored().digest())).isNull();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void setUsed(LayerFolder folder, ReadLayer<LayerScan> layer, Instant time) throws IOException {
        for (Path file : files(folder.path())) {
            if (file.toString().contains(layer.stored().digest().hex())) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    private static KnownLayers<LayerScan> layers(LayerFolder folder) {
        return new StoredLayers(new LayerFiles(folder.path()),
                new LayerForm("1", Inspector.findings(), Limits.DEFAULTS), folder.size());
    }

    private static boolean found(KnownLayers<LayerScan> layers, ReadLayer<LayerScan> layer) {
        @Nullable
        ReadLayer<LayerScan> found = layers.find(layer.stored().digest());
        return found != null && ReadLayers.facts(found.value()).equals(ReadLayers.facts(layer.value()));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
