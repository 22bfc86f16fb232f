package dev.tare.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.tare.archive.tar.EntryType;
import dev.tare.filetree.FileEntry;
import dev.tare.image.Compression;
import dev.tare.image.DiffId;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.BaseGrade;
import dev.tare.inspection.base.BaseImage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.tare.fixture.ImageAssert.assertThatImage;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One image that several tools made from the steps in {@code dev/genuine}.
 */
class GenuineImagesTests {

    private static final String LONG_NAME = "n".repeat(150);

    @ParameterizedTest
    @EnumSource
    void streamAndFileGiveTheSameInspection(GenuineImage image) {
        Inspection expected = image.inspect();
        Inspection streamed = image.inspectStreaming();
        assertThat(streamed.image()).isEqualTo(expected.image());
        assertThat(facts(streamed)).isEqualTo(facts(expected));
    }

    @ParameterizedTest
    @EnumSource
    void deletedPathsAreMissingAndRestoredPathsExist(GenuineImage image) {
        assertThatImage(image.inspect())
                .hasNone("gone-file", "gone-folder/a/file", "opaque/old", "opaque/sub", "moved/old", "moved/sub",
                        "data/only-here", "bin/hard", "links/a", "links/b", "links/c", "swap/was-file/inner")
                .has("gone-folder/a/back")
                .withContent("back\n")
                .and()
                .has("data/empty")
                .withContent("")
                .withMode(0700)
                .and()
                .has("data/grows")
                .withContent("first\nsecond\n");
    }

    @ParameterizedTest
    @EnumSource
    void hardLinksSurviveTheirOtherNames(GenuineImage image) {
        assertThatImage(image.inspect())
                .has("bin/hard-too")
                .withContent("tool\n")
                .withMode(0755)
                .and()
                .has("links/d")
                .withContent("pair\n")
                .withNoOtherName()
                .and()
                .has("links/keeps")
                .withContent("replaced\n")
                .withNoOtherName()
                .and()
                .has("links/target")
                .withContent("another\n")
                .and()
                .has("long/hard")
                .withContent("long\n")
                .sameFileAs("long/" + LONG_NAME + "/" + LONG_NAME);
    }

    @ParameterizedTest
    @EnumSource
    void filesBecameFoldersAndLinksAndTheReverse(GenuineImage image) {
        assertThatImage(image.inspect())
                .has("swap/was-file")
                .withContent("again\n")
                .and()
                .has("swap/was-folder")
                .withContent("file\n")
                .and()
                .has("swap/turns-link")
                .linkingTo("../real")
                .and()
                .has("swap/was-link")
                .ofType(EntryType.DIRECTORY)
                .and()
                .has("swap/was-link/file")
                .withContent("folder\n")
                .and()
                .has("via")
                .ofType(EntryType.DIRECTORY)
                .and()
                .has("real/through")
                .withContent("through\n")
                .and()
                .has("climbing")
                .linkingTo("../outside/../../..");
    }

    @ParameterizedTest
    @EnumSource
    void namesOfEveryKindAreKept(GenuineImage image) {
        assertThatImage(image.inspect())
                .has("names/été 日本")
                .withContent("accents\n")
                .and()
                .has("names/say \"hi\", you")
                .withContent("comma\n")
                .and()
                .has("names/back\\slash")
                .withContent("backslash\n")
                .and()
                .has("names/ space ")
                .withContent("space\n")
                .and()
                .has("names/line\nbreak")
                .withContent("line\n")
                .and()
                .has("names/latin-\\xE9")
                .withContent("latin\n")
                .and()
                .has("long/link")
                .linkingTo(LONG_NAME + "/" + LONG_NAME);
    }

    @ParameterizedTest
    @EnumSource
    void modesOwnersAndDevicesAreKept(GenuineImage image) {
        assertThatImage(image.inspect())
                .has("bin/setuid")
                .withMode(04755)
                .and()
                .has("bin/ping")
                .withCapabilities("cap_net_raw=ep")
                .and()
                .has("bin/setgid")
                .withMode(02750)
                .ownedBy(0, 42)
                .and()
                .has("tmp")
                .ofType(EntryType.DIRECTORY)
                .withMode(01777)
                .and()
                .has("data/shared")
                .withMode(02770)
                .and()
                .has("data/mode")
                .withMode(0640)
                .ownedBy(1000, 1001)
                .and()
                .has("data/owned/file")
                .withMode(0600)
                .ownedBy(1000, 1000)
                .and()
                .has("data/large-owner")
                .ownedBy(3_000_000, 3_000_001)
                .and()
                .has("data/sparse")
                .withContent("\0".repeat(9000) + "island" + "\0".repeat(24 * 1024 - 9006))
                .and()
                .has("devices/null")
                .ofType(EntryType.CHARACTER_DEVICE)
                .withMode(0666)
                .and()
                .has("devices/loop")
                .ofType(EntryType.BLOCK_DEVICE)
                .and()
                .has("devices/pipe")
                .ofType(EntryType.FIFO);
    }

    @ParameterizedTest
    @EnumSource
    void configIsKept(GenuineImage image) {
        assertThatImage(image.inspect()).runsAs("1000").starts("/bin/tool").hasLabel("genuine", "yes");
    }

    @ParameterizedTest
    @CsvSource({ "DOCKER,NONE", "PODMAN_DOCKER,NONE", "PODMAN_OCI,GZIP", "BUILDAH,GZIP", "SKOPEO_GZIP,GZIP",
            "SKOPEO_ZSTD,ZSTD", "JIB,GZIP", "UMOCI,GZIP" })
    void layersAreStoredAsTheToolStoresThem(GenuineImage image, Compression compression) {
        assertThat(image.inspect().weight().layers()).extracting(layer -> layer.layer().compression())
                .containsOnly(compression);
    }

    @Test
    void copiesOfSkopeoEqualTheImageOfTheEngine() {
        List<Object> expected = facts(GenuineImage.DOCKER.inspect());
        assertThat(facts(GenuineImage.SKOPEO_GZIP.inspect())).isEqualTo(expected);
        assertThat(facts(GenuineImage.SKOPEO_ZSTD.inspect())).isEqualTo(expected);
    }

    @Test
    void bothFormsOfPodmanAreTheSameImage() {
        assertThat(facts(GenuineImage.PODMAN_OCI.inspect())).isEqualTo(facts(GenuineImage.PODMAN_DOCKER.inspect()));
    }

    @Test
    void imageOfJibHasTheLayersOfItsBase() {
        Inspection base = GenuineImage.DOCKER.inspect();
        List<InspectedLayer> layers = GenuineImage.JIB.inspect().weight().layers();
        assertThat(layers).extracting(layer -> layer.layer().diffId())
                .startsWith(base.weight().layers().stream().map(layer -> layer.layer().diffId()).toArray(DiffId[]::new))
                .hasSizeGreaterThan(base.weight().layers().size());
    }

    @Test
    void imagesOfBuildahAndPodmanStateTheirBaseImage() {
        for (GenuineImage image : List.of(GenuineImage.BUILDAH, GenuineImage.PODMAN_OCI, GenuineImage.PODMAN_DOCKER)) {
            assertThat(image.inspect().base())
                    .extracting(BaseImage::grade, BaseImage::boundary, base -> name(base.reference()))
                    .as(image.name())
                    .containsExactly(BaseGrade.STATED, new BaseBoundary.Known(2), "localhost/genuine:1");
        }
        assertThat(GenuineImage.JIB.inspect().base().boundary()).isEqualTo(new BaseBoundary.Known(4));
        assertThat(GenuineImage.DOCKER.inspect().base().grade()).isEqualTo(BaseGrade.UNKNOWN);
    }

    @Test
    void treesOfAllToolsAreEqualExceptForAddedFiles() {
        Map<String, ExportedEntry> expected = common(GenuineImage.BUILDAH);
        assertThat(expected).hasSizeGreaterThan(50);
        for (GenuineImage image : GenuineImage.values()) {
            assertThat(common(image)).as(image.name()).containsAllEntriesOf(expected);
        }
    }

    private static String name(BaseImage.@Nullable Reference base) {
        return base == null ? "" : base.name();
    }

    /** The paths that no tool changed: Jib has replaced two files, and umoci's raw layer differs from the others. */
    private static Map<String, ExportedEntry> common(GenuineImage image) {
        return image.inspect()
                .files()
                .entries()
                .stream()
                .filter(entry -> !entry.path().matches("bin|bin/(tool|soft)|moved(/.*)?|absolute"))
                .collect(Collectors.toMap(FileEntry::path, ExportedEntry::of));
    }

    /** The facts that do not depend on the storage and name of the image. */
    private static List<Object> facts(Inspection inspection) {
        List<Object> facts = new ArrayList<>();
        facts.add(inspection.image().config().container());
        facts.add(inspection.image().config().history());
        facts.add(inspection.files().entries());
        facts.add(inspection.system().os());
        facts.add(inspection.surface());
        facts.add(inspection.weight().waste());
        facts.add(inspection.base());
        inspection.weight()
                .layers()
                .forEach(layer -> facts.add(List.of(layer.layer().diffId(), layer.layer().tarSize(), layer.entries(),
                        layer.uncompressedSize(), layer.wasted())));
        return facts;
    }

}
