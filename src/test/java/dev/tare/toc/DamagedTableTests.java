package dev.tare.toc;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.fixture.Blob;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.TocLayers;
import dev.tare.image.InvalidImageException;
import dev.tare.source.format.ImagePlan;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** A damaged table or footer is an error, or lists the same files. */
class DamagedTableTests {

    @TempDir
    private Path folder;

    static Stream<Arguments> layers() {
        byte[] tar = new LayerBuilder().directory("etc")
                .file("etc/passwd", "root:x:0:0::/root:/bin/sh", 0640, 1, 2)
                .symlink("sh", "bin/bash")
                .toTar();
        byte[] document = TocLayers.document(tar);
        return Stream.of(argumentSet("eStargz", TocLayers.estargz(tar)),
                argumentSet("eStargz without annotations", TocLayers.withoutAnnotations(TocLayers.estargz(tar))),
                argumentSet("stargz", TocLayers.stargz(tar)),
                argumentSet("zstd:chunked", TocLayers.zstdChunked(tar)),
                argumentSet("zstd:chunked without annotations",
                        TocLayers.withoutAnnotations(TocLayers.zstdChunked(tar, document, 64))),
                argumentSet("zstd:chunked with a short footer",
                        TocLayers.withoutAnnotations(TocLayers.zstdChunked(tar, document, 40))));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void eachTruncationIsAnError(Blob layer) {
        ImagePlan plan = TocImage.write(this.folder, layer).plan();
        for (int length = 0; length < layer.stored().length; length++) {
            Optional<List<FileEntry>> files = files(plan, Arrays.copyOf(layer.stored(), length));
            // The annotations of zstd:chunked state the place of a table that may still be complete.
            if (layer.annotations().size() < 2) {
                assertThat(files).as("%d bytes", length).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void eachChangedByteIsAnErrorOrChangesNothing(Blob layer) {
        ImagePlan plan = TocImage.write(this.folder, layer).plan();
        List<FileEntry> whole = TocImage.listed(plan, layer.stored());
        for (int place = 0; place < layer.stored().length; place++) {
            for (int change : new int[] { 1, 0x20, 0x80, 0xff }) {
                byte[] changed = layer.stored().clone();
                changed[place] ^= (byte) change;
                int at = place;
                files(plan, changed).ifPresent(
                        files -> assertThat(files).as("byte %d of %d", at, changed.length).isEqualTo(whole));
            }
        }
    }

    /** The files, or nothing after an error that names its place and the next step. */
    private static Optional<List<FileEntry>> files(ImagePlan plan, byte[] stored) {
        try {
            return Optional.of(TocImage.listed(plan, stored));
        } catch (InvalidImageException ex) {
            assertThat(ex.getMessage()).containsPattern("layer|blobs/sha256|table of contents").endsWith(".");
            return Optional.empty();
        }
    }
}
