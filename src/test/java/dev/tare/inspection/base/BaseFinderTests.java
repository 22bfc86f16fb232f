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
    void findWhenJibMadeTheUpperLayersReturnsTheLayersBelow() {
        DrawnImage image = layers(4).history("# debian.sh")
                .history("COPY jre")
                .history("jib-maven-plugin:3.5.1")
                .history("jib-maven-plugin:3.5.1");
        assertKnown(image, 2, "jib-maven-plugin:3.5.1");
    }

    @Test
    void findWhenJibMadeAllLayersReturnsNoLayers() {
        assertThat(find(layers(2).history("jib-core").history("jib-core"))).extracting("layers").isEqualTo(0);
    }

    @Test
    void findWhenOtherStepsFollowJibReturnsUnknown() {
        assertThat(find(layers(2).history("jib-maven-plugin:3.5.1").history("COPY app")))
                .isInstanceOf(BaseBoundary.Unknown.class);
    }

    @Test
    void findReturnsTheRunImageOfBuildpacks() {
        DrawnImage image = layers(3);
        image.config(c -> c.label("io.buildpacks.lifecycle.metadata",
                "{\"runImage\": {\"topLayer\": \"" + image.diffIds().get(1) + "\", \"reference\": \"x\"}}"));
        assertThat(find(image)).extracting("layers").isEqualTo(2);
    }

    @Test
    void findWhenTheTopLayerOfTheRunImageRepeatsReturnsUnknown() {
        DrawnImage image = layers(2).layer(l -> l.file("file1", "file1")).layer(l -> l.file("app", "app"));
        image.config(c -> c.label("io.buildpacks.lifecycle.metadata",
                "{\"runImage\": {\"topLayer\": \"" + image.diffIds().get(1) + "\"}}"));
        assertUnknown(image, "io.buildpacks.lifecycle.metadata", image.diffIds().get(1).shortForm(),
                "more than once");
    }

    @Test
    void findWhenTheBuildpackLabelNamesNoLayerReturnsUnknown() {
        for (String label : new String[] { "{\"runImage\": {\"topLayer\": \"sha256:" + "0".repeat(64) + "\"}}",
                "{\"runImage\": {\"topLayer\": 7}}", "{}", "no JSON", "[]" }) {
            assertThat(find(layers(3).config(c -> c.label("io.buildpacks.lifecycle.metadata", label)))).as(label)
                    .isInstanceOf(BaseBoundary.Unknown.class);
        }
    }

    @Test
    void findWhenLayersFollowACommandEndsTheBaseThere() {
        assertKnown(layers(2).history("ADD rootfs.tar /").emptyHistory(CMD).history("COPY app /app"), 1,
                "\"" + CMD + "\"");
    }

    @Test
    void findWhenLayersFollowSeveralCommandsEndsTheBaseAtTheLast() {
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
    void findWhenTheBuildRepeatsTheCommandEndsTheBaseAtTheFirst() {
        assertThat(find(layers(2).history("ADD rootfs.tar /")
                .emptyHistory("CMD [\"bash\"]")
                .history("COPY app /app")
                .emptyHistory("CMD [\"bash\"]")
                .config(c -> c.cmd("bash")))).extracting("layers").isEqualTo(1);
    }

    @Test
    void findWhenTheImageKeepsTheEntrypointEndsTheBaseAtTheReplacedCommand() {
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
    void findWhenTheImageKeepsALaterEntrypointReturnsUnknown() {
        assertUnknown(layers(4).history("ADD rootfs.tar /")
                .emptyHistory("CMD [\"bash\"]")
                .history("RUN apt-get install jq")
                .emptyHistory("ENTRYPOINT [\"/entry\"]")
                .history("COPY entry /entry")
                .history("COPY app /app")
                .config(c -> c.entrypoint("/entry")), "\"ENTRYPOINT [\"/entry\"]\" above layer 1", "still",
                "\"CMD [\"bash\"]\" above layer 0");
    }

    @ParameterizedTest
    @ValueSource(strings = { "ENTRYPOINT [\"java\" \"-jar\" \"a \\\"b\\\".jar\"]",
            "/bin/sh -c #(nop) ENTRYPOINT [\"java\", \"-jar\", \"a \\\"b\\\".jar\"]",
            "ENTRYPOINT [\"java\",\"-jar\",\"a \\\"b\\\".jar\"]", "ENTRYPOINT -jar a \"b\".jar" })
    void findDetectsAKeptCommandInTheFormOfAnyBuilder(String step) {
        assertUnknown(layers(3).history("ADD rootfs.tar /")
                .emptyHistory("CMD [\"bash\"]")
                .history("RUN apt-get install jq")
                .emptyHistory(step)
                .history("COPY app /app")
                .config(c -> c.entrypoint("java", "-jar", "a \"b\".jar")), "\"" + step + "\" above layer 1", "still",
                "\"CMD [\"bash\"]\" above layer 0");
    }

    @Test
    void findWhenTheOnlyCommandIsKeptEndsTheBaseThere() {
        assertKnown(layers(2).history("ADD rootfs.tar /")
                .emptyHistory("ENTRYPOINT [\"/entry\"]")
                .emptyHistory("CMD [\"nginx\"]")
                .history("COPY pages /usr/share/nginx/html")
                .config(c -> c.entrypoint("/entry").cmd("nginx")), 1, "\"CMD [\"nginx\"]\"", "still has");
    }

    @Test
    void findIgnoresACommandAfterAllLayers() {
        assertUnknown(layers(2).history("COPY a").history("COPY b").emptyHistory("CMD [\"a\"]"), "Jib",
                "buildpack", "history", "no layer follows a command");
    }

    @Test
    void findIgnoresAStepThatOnlyMentionsCommands() {
        assertThat(find(layers(2).history("COPY a").emptyHistory("LABEL x=CMD bash").history("COPY b")))
                .isInstanceOf(BaseBoundary.Unknown.class);
    }

    @Test
    void findWhenTheHistoryHasAnotherNumberOfLayersReturnsUnknown() {
        assertUnknown(layers(3).history("ADD rootfs").emptyHistory(CMD).history("jib-maven-plugin:3.5.1"), "2 steps",
                "3 layers", "no buildpack label");
    }

    @Test
    void findWhenThereIsNoHistoryReturnsUnknown() {
        assertUnknown(layers(1), "no history", "no buildpack label");
    }

    @Test
    void findWhenOnlyALabelNamesTheBaseReturnsUnknown() {
        assertUnknown(layers(1).config(c -> c.label("org.opencontainers.image.base.name", "debian:13")),
                "no history", "no buildpack label", "debian:13");
    }

    private static void assertKnown(DrawnImage image, int layers, String... facts) {
        assertThat(find(image)).isInstanceOfSatisfying(BaseBoundary.Known.class, known -> {
            assertThat(known.layers()).isEqualTo(layers);
            assertThat(known.evidence()).containsSubsequence(facts);
        });
    }

    private static void assertUnknown(DrawnImage image, String... facts) {
        assertThat(find(image)).isInstanceOfSatisfying(BaseBoundary.Unknown.class,
                unknown -> assertThat(unknown.because()).containsSubsequence(facts));
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
