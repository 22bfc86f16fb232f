package dev.tare.inspection.base;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.MaskedImages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BaseFinderTests {

    private static final String BASE_NAME = "org.opencontainers.image.base.name";

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
        assertThat(find(layers(2).history("jib-core").history("jib-core"))).extracting("boundary.layers").isEqualTo(0);
        assertThat(find(layers(1).history("jib-core")).evidence()).doesNotContain("above the base image");
    }

    @Test
    void findCutsLongTextsFromTheImage() {
        String text = "jib-" + "x".repeat(10_000);
        for (DrawnImage image : List.of(layers(2).history("a").history(text),
                layers(1).config(c -> c.label(BASE_NAME, text)),
                layers(1).history("ADD a /").step(step("CMD a", null, "FROM " + text, true)))) {
            assertThat(find(image).evidence()).contains("jib-xxx", "…").hasSizeLessThan(1_200);
        }
    }

    @Test
    void findWhenOtherStepsFollowJibReturnsUnknown() {
        assertThat(find(layers(2).history("jib-maven-plugin:3.5.1").history("COPY app")))
                .extracting(BaseImage::grade)
                .isEqualTo(BaseGrade.UNKNOWN);
    }

    @Test
    void findReturnsTheRunImageOfBuildpacks() {
        DrawnImage image = layers(3);
        image.config(c -> c.label("io.buildpacks.lifecycle.metadata",
                "{\"app\": [{\"sha\": \"" + image.diffIds().get(2) + "\"}], \"runImage\": {\"topLayer\": \""
                        + image.diffIds().get(1) + "\", \"reference\": \"x\"}}"));
        assertThat(find(image)).extracting("boundary.layers").isEqualTo(2);
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
                    .extracting(BaseImage::grade)
                    .isEqualTo(BaseGrade.UNKNOWN);
        }
    }

    @Test
    void findWhenTheBuildpackLabelIsInheritedReturnsUnknown() {
        DrawnImage image = layers(4);
        image.config(c -> c.label("io.buildpacks.lifecycle.metadata", "{\"app\": [{\"sha\": \"" + image.diffIds().get(2)
                + "\"}], \"buildpacks\": [{\"layers\": {\"jre\": {\"sha\": \"" + image.diffIds().get(1)
                + "\"}}}], \"runImage\": {\"topLayer\": \"" + image.diffIds().getFirst() + "\"}}"));
        assertUnknown(image, "io.buildpacks.lifecycle.metadata", "another build");
    }

    /** A label that lists none of the layers above the run image does not show which build added them. */
    @Test
    void findWhenTheBuildpackLabelListsNoLayersReturnsUnknown() {
        DrawnImage image = layers(2);
        image.config(c -> c.label("io.buildpacks.lifecycle.metadata",
                "{\"runImage\": {\"topLayer\": \"" + image.diffIds().getFirst() + "\"}}"));
        assertUnknown(image, "io.buildpacks.lifecycle.metadata", "another build");
    }

    @Test
    void findReturnsTheNameOfTheRunImageOfBuildpacks() {
        DrawnImage image = layers(2);
        String digest = "sha256:" + "a".repeat(64);
        image.config(c -> c.label("io.buildpacks.lifecycle.metadata", "{\"app\": [{\"sha\": \"" + image.diffIds().get(1)
                + "\"}], \"runImage\": {\"topLayer\": \"" + image.diffIds().getFirst()
                + "\", \"reference\": \"index.example.org/run@" + digest + "\"}}"));
        assertKnown(image, 1);
        assertThat(find(image).reference())
                .isEqualTo(new BaseImage.Reference("index.example.org/run", Digest.parse(digest)));
    }

    @Test
    void findWhenJibBuiltTheBaseImageTooReturnsTheLayersOfTheUpperBuild() {
        DrawnImage image = layers(5).history("ADD rootfs");
        for (String comment : List.of("dependencies", "classes", "dependencies", "classes")) {
            image.step(step("jib-maven-plugin:3.5.1", null, comment, false));
        }
        assertKnown(image, 3, "jib-maven-plugin:3.5.1");
    }

    @Test
    void findWhenAnotherVersionOfJibBuiltTheBaseImageReturnsTheLayersOfTheUpperBuild() {
        assertKnown(layers(3).history("jib-maven-plugin:3.4.0")
                .history("jib-maven-plugin:3.5.1")
                .history("jib-maven-plugin:3.5.1"), 1);
    }

    @Test
    void findWhenJibPackagedAJarReturnsTheLayersBelow() {
        DrawnImage image = layers(5).history("ADD rootfs");
        for (String comment : List.of("dependencies", "extra files", "jvm arg files", "extra files")) {
            image.step(step("jib-maven-plugin:3.5.1", null, comment, false));
        }
        assertKnown(image, 1);
    }

    @Test
    void findWhenJibAddedSeveralExtraFoldersReturnsTheLayersBelow() {
        DrawnImage image = layers(4).history("ADD rootfs");
        for (String comment : List.of("classes", "extra files", "extra files")) {
            image.step(step("jib-maven-plugin:3.5.1", null, comment, false));
        }
        assertKnown(image, 1);
    }

    @Test
    void findReturnsTheBaseImageInTheCommentOfBuildah() {
        DrawnImage image = layers(3).history("ADD rootfs.tar /")
                .step(step("RUN a", "2026-01-02T00:00:00Z", "FROM registry.example.org/base:1", false))
                .step(step("CMD a", "2026-01-02T00:00:01Z", null, true))
                .step(step("RUN b", "2026-01-02T00:00:02Z", null, false));
        assertKnown(image, 1, "registry.example.org/base:1");
        assertThat(find(image).reference()).isEqualTo(new BaseImage.Reference("registry.example.org/base:1", null));
    }

    @Test
    void findIgnoresTheIntermediateImagesOfBuildah() {
        assertKnown(layers(3).history("ADD rootfs.tar /")
                .step(step("RUN a", "2026-01-02T00:00:00Z", "note FROM docker.io/library/fedora:latest", false))
                .step(step("RUN b", "2026-03-04T00:00:00Z", "FROM 97ad0fd6a1a3", false)), 1, "fedora:latest");
    }

    @Test
    void findWhenBuildahOnlyChangedTheConfigReturnsAllLayers() {
        assertKnown(layers(1).history("ADD rootfs.tar /")
                .step(step("ENTRYPOINT a", null, "FROM docker.io/library/alpine:latest", true)), 1);
    }

    @Test
    void findWhenAnotherBuildFollowsBuildahDoesNotUseItsComment() {
        DrawnImage buildah = layers(3).history("ADD rootfs.tar /")
                .step(step("RUN a", "2026-01-02T03:04:06Z", "FROM docker.io/library/fedora:latest", false));
        assertThat(find(buildah.step(step("COPY b", "2026-01-02T03:04:07Z", "buildkit.dockerfile.v0", false))).grade())
                .isEqualTo(BaseGrade.UNKNOWN);
        assertLikely(layers(3).history("ADD rootfs.tar /")
                .step(step("RUN a", "2026-01-02T03:04:06Z", "FROM docker.io/library/fedora:latest", false))
                .step(step("/bin/sh -c #(nop) COPY b", "2026-02-03T00:00:00Z", null, false)), 2);
    }

    @Test
    void findWhenAStepAboveBuildahHasAnotherAuthorOrNoTimeReturnsUnknown() {
        Map<String, Object> kaniko = step("COPY b", "2026-01-02T03:04:07Z", null, false);
        kaniko.put("author", "kaniko");
        for (Map<String, Object> other : List.of(kaniko, step("COPY b", null, null, false))) {
            assertThat(find(layers(3).history("ADD rootfs.tar /")
                    .step(step("RUN a", "2026-01-02T03:04:06Z", "FROM docker.io/library/fedora:latest", false))
                    .step(other)).grade()).isEqualTo(BaseGrade.UNKNOWN);
        }
    }

    @Test
    void findWhenBuildahSquashedTheBaseImageReturnsUnknownWithoutALowerBound() {
        DrawnImage image = layers(2).step(step("/bin/sh", null, "FROM docker.io/library/fedora:latest", false))
                .history("COPY b");
        assertThat(BaseFinder.find(image.image(), MaskedImages.of(image.image()), 1))
                .extracting(BaseImage::grade, BaseImage::leastLayers)
                .containsExactly(BaseGrade.UNKNOWN, 0);
    }

    @Test
    void findWhenLayersFollowACommandReturnsALikelyBoundary() {
        assertLikely(layers(2).history("ADD rootfs.tar /").emptyHistory(CMD).history("COPY app /app"), 1,
                "\"" + CMD + "\"");
    }

    /** A Dockerfile may set a command twice, and a base image may set none. */
    @Test
    void findWhenLayersFollowSeveralCommandsReturnsTheLowest() {
        assertLikely(layers(4).history("ADD rootfs.tar /")
                .emptyHistory("CMD [\"bash\"]")
                .history("RUN java")
                .history("COPY entry")
                .emptyHistory("CMD [\"/a\"]")
                .history("COPY app")
                .emptyHistory("ENTRYPOINT [\"java\"]"), 1, "bash");
    }

    @Test
    void findWhenAGapFollowsOneOfSeveralCommandsReturnsItsPlace() {
        assertLikely(layers(4).step(step("ADD rootfs.tar /", "2026-01-01T00:00:00Z", null, false))
                .step(step("CMD [\"bash\"]", "2026-01-01T00:00:00Z", null, true))
                .step(step("RUN java", "2026-01-09T00:00:00Z", null, false))
                .step(step("CMD [\"jshell\"]", "2026-01-09T00:01:00Z", null, true))
                .step(step("WORKDIR /a", "2026-02-01T00:00:00Z", null, false))
                .step(step("CMD [\"/a\"]", "2026-02-01T00:00:00Z", null, true))
                .step(step("COPY app", "2026-02-01T00:00:00Z", null, false)), 2, "jshell", "22 days");
    }

    @Test
    void findWhenOnlyAGapIsClearReturnsItsPlace() {
        assertLikely(layers(3).step(step("COPY a", "1970-01-01T00:00:00Z", null, false))
                .step(step("COPY b", "1970-01-01T00:00:00Z", null, false))
                .step(step("COPY app", "2026-02-01T00:00:00Z", null, false)), 2, "gap");
    }

    @Test
    void findWhenAGapFollowsAllLayersReturnsAllLayers() {
        assertLikely(layers(1).step(step("ADD rootfs.tar /", "2026-01-01T00:00:00Z", null, false))
                .step(step("ENTRYPOINT a", "2026-02-01T00:00:00Z", null, true)), 1, "31 days");
    }

    @Test
    void findWhenHoursPassBetweenStepsReturnsUnknown() {
        assertUnknown(layers(2).step(step("COPY a", "2026-01-01T00:00:00Z", null, false))
                .step(step("COPY b", "2026-01-01T23:59:59Z", null, false)));
    }

    @Test
    void findWhenLaterStepsAreOlderReturnsUnknown() {
        assertUnknown(layers(3).step(step("COPY a", "2026-01-01T00:00:00Z", null, false))
                .step(step("COPY b", "1970-01-01T00:00:00Z", null, false))
                .step(step("COPY c", "2026-01-01T00:00:00Z", null, false)));
    }

    @Test
    void findWhenTheOnlyCommandIsKeptReturnsALikelyBoundary() {
        assertLikely(layers(2).history("ADD rootfs.tar /")
                .emptyHistory("ENTRYPOINT [\"/entry\"]")
                .emptyHistory("CMD [\"nginx\"]")
                .history("COPY pages /usr/share/nginx/html")
                .config(c -> c.entrypoint("/entry").cmd("nginx")), 1);
    }

    @Test
    void findWhenSeveralKeptCommandsAreApartReturnsUnknown() {
        assertUnknown(layers(3).history("ADD rootfs.tar /")
                .emptyHistory("ENTRYPOINT [\"/entry\"]")
                .history("COPY entry /entry")
                .emptyHistory("CMD [\"nginx\"]")
                .history("COPY pages /usr/share/nginx/html")
                .config(c -> c.entrypoint("/entry").cmd("nginx")));
    }

    /** Within one session, the command is as likely the build's own. */
    @ParameterizedTest
    @ValueSource(strings = { "ENTRYPOINT [\"java\" \"-jar\" \"a \\\"b\\\".jar\"]",
            "/bin/sh -c #(nop) ENTRYPOINT [\"java\", \"-jar\", \"a \\\"b\\\".jar\"]",
            "ENTRYPOINT [\"java\",\"-jar\",\"a \\\"b\\\".jar\"]", "ENTRYPOINT -jar a \"b\".jar" })
    void findDetectsAKeptCommandInTheFormOfAnyBuilder(String command) {
        assertUnknown(layers(2).step(step("RUN jq", "2026-01-01T00:00:00Z", null, false))
                .step(step(command, "2026-01-01T00:00:01Z", null, true))
                .step(step("COPY app /app", "2026-01-01T00:00:02Z", null, false))
                .config(c -> c.entrypoint("java", "-jar", "a \"b\".jar")));
    }

    @Test
    void findReturnsTheLowerBoundOfADistribution() {
        DrawnImage image = layers(2);
        Image masked = MaskedImages.of(image.image());
        assertThat(BaseFinder.find(image.image(), masked, 1).leastLayers()).isEqualTo(1);
        assertThat(BaseFinder.find(image.image(), masked, 0).leastLayers()).isZero();
        assertThat(BaseFinder.find(image.image(), masked, 2).leastLayers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "COPY / / # buildkit", "COPY /rootfs / # buildkit", "COPY --from=b /rootfs /",
            "/bin/sh -c #(nop) COPY dir:8a in / " })
    void findWhenTheBuildCopiedAFileSystemReturnsNoLowerBound(String step) {
        DrawnImage image = layers(2).history(step).history("COPY app");
        assertThat(BaseFinder.find(image.image(), MaskedImages.of(image.image()), 1).leastLayers()).isZero();
    }

    @Test
    void findIgnoresACommandAfterAllLayers() {
        assertUnknown(layers(2).history("COPY a").history("COPY b").emptyHistory("CMD [\"a\"]"), "no record",
                "history", "no layer follows a command");
    }

    @Test
    void findIgnoresAStepThatOnlyMentionsCommands() {
        assertThat(find(layers(2).history("COPY a").emptyHistory("LABEL x=CMD bash").history("COPY b")))
                .extracting(BaseImage::grade)
                .isEqualTo(BaseGrade.UNKNOWN);
    }

    @Test
    void findWhenTheHistoryHasAnotherNumberOfLayersReturnsUnknown() {
        assertUnknown(layers(3).history("ADD rootfs").emptyHistory(CMD).history("jib-maven-plugin:3.5.1"), "2 steps",
                "3 layers", "no record");
    }

    @Test
    void findWhenThereIsNoHistoryReturnsUnknown() {
        assertUnknown(layers(1), "no history", "no record");
    }

    @Test
    void findWhenOnlyALabelNamesTheBaseReturnsUnknown() {
        assertUnknown(layers(1).config(c -> c.label("org.opencontainers.image.base.name", "debian:13")),
                "no history", "debian:13");
        assertThat(find(layers(1).config(c -> c.label("org.opencontainers.image.base.name", "debian:13"))).evidence())
                .doesNotContain("no record");
        assertThat(find(layers(1).config(c -> c.label("org.opencontainers.image.base.name", " "))).evidence())
                .doesNotContain("names");
    }

    private static Map<String, Object> step(String createdBy, @Nullable String created, @Nullable String comment,
            boolean empty) {
        Map<String, Object> step = new HashMap<>(Map.of("created_by", createdBy, "empty_layer", empty));
        if (created != null) {
            step.put("created", created);
        }
        if (comment != null) {
            step.put("comment", comment);
        }
        return step;
    }

    private static void assertKnown(DrawnImage image, int layers, String... facts) {
        assertThat(find(image).boundary()).isEqualTo(new BaseBoundary.Known(layers));
        assertThat(find(image).grade()).isEqualTo(BaseGrade.STATED);
        assertEvidence(image, facts);
    }

    private static void assertUnknown(DrawnImage image, String... facts) {
        assertThat(find(image).grade()).isEqualTo(BaseGrade.UNKNOWN);
        assertEvidence(image, facts);
    }

    private static DrawnImage layers(int count) {
        DrawnImage image = DrawnImage.anImage();
        for (int i = 0; i < count; i++) {
            String path = "file" + i;
            image.layer(l -> l.file(path, path));
        }
        return image;
    }

    private static void assertLikely(DrawnImage image, int layers, String... facts) {
        assertThat(find(image).grade()).isEqualTo(BaseGrade.LIKELY);
        assertThat(find(image).boundary()).isEqualTo(new BaseBoundary.Likely(layers));
        assertEvidence(image, facts);
    }

    private static void assertEvidence(DrawnImage image, String... facts) {
        assertThat(List.of(facts)).allSatisfy(fact -> assertThat(find(image).evidence()).contains(fact));
    }

    private static BaseImage find(DrawnImage image) {
        return BaseFinder.find(image.image(), MaskedImages.of(image.image()), 0);
    }
}
