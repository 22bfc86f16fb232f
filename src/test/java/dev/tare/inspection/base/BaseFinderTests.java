package dev.tare.inspection.base;

import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.MaskedImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BaseFinderTests {

    private static final String CMD = "/bin/sh -c #(nop)  CMD [\"bash\"]";

    @Test
    void layersBelowThoseOfJibAreTheBase() {
        DrawnImage image = layers(4).history("# debian.sh")
                .history("COPY jre")
                .history("jib-maven-plugin:3.5.1")
                .history("jib-maven-plugin:3.5.1");
        assertThat(find(image)).isEqualTo(new BaseBoundary.Known(2,
                "The history says that jib-maven-plugin:3.5.1 made the layers above."));
    }

    @Test
    void imageOfJibAloneHasNoBaseLayers() {
        assertThat(find(layers(2).history("jib-core").history("jib-core"))).extracting("layers").isEqualTo(0);
    }

    @Test
    void jibBelowOtherStepsIsNoEvidence() {
        assertThat(find(layers(2).history("jib-maven-plugin:3.5.1").history("COPY app")))
                .isInstanceOf(BaseBoundary.Unknown.class);
    }

    @Test
    void runImageOfBuildpacksIsTheBase() {
        DrawnImage image = layers(3);
        image.config(c -> c.label("io.buildpacks.lifecycle.metadata",
                "{\"runImage\": {\"topLayer\": \"" + image.diffIds().get(1) + "\", \"reference\": \"x\"}}"));
        assertThat(find(image)).extracting("layers").isEqualTo(2);
    }

    @Test
    void runImageWhoseTopLayerIsThereTwiceLeavesOpenWhichItIs() {
        DrawnImage image = layers(2).layer(l -> l.file("file1", "file1")).layer(l -> l.file("app", "app"));
        image.config(c -> c.label("io.buildpacks.lifecycle.metadata",
                "{\"runImage\": {\"topLayer\": \"" + image.diffIds().get(1) + "\"}}"));
        assertThat(find(image))
                .isEqualTo(new BaseBoundary.Unknown("The label io.buildpacks.lifecycle.metadata says that"
                        + " the run image's top layer is " + image.diffIds().get(1).shortForm()
                        + ", but the image has that layer more than once."));
    }

    @Test
    void buildpackLabelThatNamesNoLayerIsNoEvidence() {
        for (String label : new String[] { "{\"runImage\": {\"topLayer\": \"sha256:" + "0".repeat(64) + "\"}}",
                "{\"runImage\": {\"topLayer\": 7}}", "{}", "no JSON", "[]" }) {
            assertThat(find(layers(3).config(c -> c.label("io.buildpacks.lifecycle.metadata", label)))).as(label)
                    .isInstanceOf(BaseBoundary.Unknown.class);
        }
    }

    @Test
    void commandFollowedByLayersEndsTheBase() {
        assertThat(find(layers(2).history("ADD rootfs.tar /").emptyHistory(CMD).history("COPY app /app")))
                .isEqualTo(new BaseBoundary.Known(1,
                        "The history has a command set here, \"" + CMD + "\", and then further layers."));
    }

    @Test
    void lastCommandFollowedByLayersEndsTheBase() {
        DrawnImage image = layers(4).history("ADD rootfs.tar /")
                .emptyHistory("CMD [\"bash\"]")
                .history("RUN java")
                .history("COPY entry")
                .emptyHistory("ENTRYPOINT [\"/entry\"]")
                .emptyHistory("CMD [\"jshell\"]")
                .history("COPY app")
                .emptyHistory("ENTRYPOINT [\"java\"]");
        assertThat(find(image)).extracting("layers").isEqualTo(3);
    }

    @Test
    void commandOfTheBaseEndsItEvenIfTheBuildSetsTheSameAgain() {
        assertThat(find(layers(2).history("ADD rootfs.tar /")
                .emptyHistory("CMD [\"bash\"]")
                .history("COPY app /app")
                .emptyHistory("CMD [\"bash\"]")
                .config(c -> c.cmd("bash")))).extracting("layers").isEqualTo(1);
    }

    @Test
    void entrypointOfTheBaseThatTheImageKeepsEndsItWithTheCommandBesideIt() {
        assertThat(find(layers(3).history("ADD rootfs.tar /")
                .emptyHistory("CMD [\"bash\"]")
                .history("COPY entry /")
                .emptyHistory("ENTRYPOINT [\"/entry\"]")
                .emptyHistory("CMD [\"node\"]")
                .history("COPY app /app")
                .emptyHistory("CMD [\"node\" \"app\"]")
                .config(c -> c.entrypoint("/entry").cmd("node", "app")))).extracting("layers").isEqualTo(2);
    }

    @Test
    void entrypointOfTheImageBelowLayersLeavesOpenWhoSetIt() {
        assertThat(find(layers(4).history("ADD rootfs.tar /")
                .emptyHistory("CMD [\"bash\"]")
                .history("RUN apt-get install jq")
                .emptyHistory("ENTRYPOINT [\"/entry\"]")
                .history("COPY entry /entry")
                .history("COPY app /app")
                .config(c -> c.entrypoint("/entry")))).isEqualTo(new BaseBoundary.Unknown(
                        "The image still has a command that the history sets below further layers,"
                                + " \"ENTRYPOINT [\"/entry\"]\" above layer 1, so its base or its build may have set it."
                                + " A base also ended at \"CMD [\"bash\"]\" above layer 0."));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ENTRYPOINT [\"java\" \"-jar\" \"a \\\"b\\\".jar\"]",
            "/bin/sh -c #(nop) ENTRYPOINT [\"java\", \"-jar\", \"a \\\"b\\\".jar\"]",
            "ENTRYPOINT [\"java\",\"-jar\",\"a \\\"b\\\".jar\"]", "ENTRYPOINT -jar a \"b\".jar" })
    void commandOfTheImageIsFoundAsAnyBuilderWritesIt(String step) {
        assertThat(find(layers(3).history("ADD rootfs.tar /")
                .emptyHistory("CMD [\"bash\"]")
                .history("RUN apt-get install jq")
                .emptyHistory(step)
                .history("COPY app /app")
                .config(c -> c.entrypoint("java", "-jar", "a \"b\".jar")))).isEqualTo(new BaseBoundary.Unknown(
                        "The image still has a command that the history sets below further layers, \"" + step
                                + "\" above layer 1, so its base or its build may have set it."
                                + " A base also ended at \"CMD [\"bash\"]\" above layer 0."));
    }

    @Test
    void onlyCommandBelowLayersEndsTheBaseThoughTheImageStillHasIt() {
        assertThat(find(layers(2).history("ADD rootfs.tar /")
                .emptyHistory("ENTRYPOINT [\"/entry\"]")
                .emptyHistory("CMD [\"nginx\"]")
                .history("COPY pages /usr/share/nginx/html")
                .config(c -> c.entrypoint("/entry").cmd("nginx")))).isEqualTo(new BaseBoundary.Known(1,
                        "The history has a command set here, \"CMD [\"nginx\"]\", which the image still has, and then"
                                + " further layers."));
    }

    @Test
    void commandAtTheEndIsTheImagesOwn() {
        assertThat(find(layers(2).history("COPY a").history("COPY b").emptyHistory("CMD [\"a\"]")))
                .isEqualTo(new BaseBoundary.Unknown("Neither Jib nor a buildpack has left its mark, and no command in"
                        + " the history is followed by a layer."));
    }

    @Test
    void stepThatOnlySpeaksOfCommandsIsNone() {
        assertThat(find(layers(2).history("COPY a").emptyHistory("LABEL x=CMD bash").history("COPY b")))
                .isInstanceOf(BaseBoundary.Unknown.class);
    }

    @Test
    void historyThatHasAnotherNumberOfLayersIsNoEvidence() {
        assertThat(find(layers(3).history("ADD rootfs").emptyHistory(CMD).history("jib-maven-plugin:3.5.1")))
                .isEqualTo(new BaseBoundary.Unknown("The history has 2 steps that make layers, but the image has 3"
                        + " layers, and no label of a buildpack is there."));
    }

    @Test
    void noHistorySaysNothing() {
        assertThat(find(layers(1)))
                .isEqualTo(new BaseBoundary.Unknown("The image has no history, and no label of a buildpack."));
    }

    @Test
    void labelNamesTheBaseButDoesNotTellItsLayers() {
        assertThat(find(layers(1).config(c -> c.label("org.opencontainers.image.base.name", "debian:13"))))
                .isEqualTo(new BaseBoundary.Unknown("The image has no history, and no label of a buildpack."
                        + " The image names debian:13 as its base."));
    }

    private static DrawnImage layers(int count) {
        DrawnImage image = DrawnImage.anImage();
        for (int i = 0; i < count; i++) {
            String path = "file" + i;
            image.layer(l -> l.file(path, path));
        }
        return image;
    }

    private static BaseBoundary find(DrawnImage image) {
        return BaseFinder.find(image.image(), MaskedImages.of(image.image()));
    }
}
