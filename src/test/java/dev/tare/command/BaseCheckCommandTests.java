package dev.tare.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.image.Descriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests are counted in each case. An image without an index takes two, and one with an index three. */
class BaseCheckCommandTests {

    private static final String PACKAGES = """
            Package: bash
            Status: install ok installed
            Architecture: amd64
            Version: %s

            """;

    private final MemoryRegistry registry = new MemoryRegistry();

    @AfterEach
    void stop() {
        this.registry.close();
    }

    @Test
    void tagThatLeadsToTheBaseOfTheBuildIsCurrent() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        JsonNode report = check(0, push(base, base("5.1").ociManifestDigest().toString()));
        assertThat(report.path("moved").booleanValue()).isFalse();
        assertThat(report.path("statedIn").stringValue()).isEqualTo("manifest");
        assertThat(report.at("/update/compressedGrowthBytes").longValue()).isZero();
        assertRequests(report, 4);
    }

    @Test
    void tagThatLeadsToAnotherBaseHasMoved() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        String image = push(base, base("5.1").ociManifestDigest().toString());
        ImageBuilder next = base("5.2").layer(layer -> layer.file("more", "x".repeat(10_000)));
        this.registry.push("team/base", "1", next);
        JsonNode report = check(1, image);
        assertThat(report.at("/before/digest").stringValue()).isEqualTo(base("5.1").ociManifestDigest().toString());
        assertThat(report.at("/now/digest").stringValue()).isEqualTo(next.ociManifestDigest().toString());
        assertThat(report.at("/before/layers").intValue()).isEqualTo(2);
        assertThat(report.at("/now/layers").intValue()).isEqualTo(3);
        long growth = report.at("/now/compressedBytes").longValue() - report.at("/before/compressedBytes").longValue();
        assertThat(report.at("/update/compressedGrowthBytes").longValue()).isEqualTo(growth).isPositive();
        assertThat(report.at("/update/sharedLayers").intValue()).isEqualTo(1);
        assertThat(report.path("packages").isNull()).isTrue();
        assertRequests(report, 6);
    }

    @Test
    void textAndMarkdownStateTheResult() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        String image = push(base, base("5.1").ociManifestDigest().toString());
        assertThat(CommandRun.of("base", "check", image).out()).contains("has not moved since the build", base);
        this.registry.push("team/base", "1", base("5.2"));
        for (String format : List.of("text", "markdown")) {
            CommandRun run = CommandRun.of("base", "check", image, "--format", format);
            assertThat(run.status()).as(run.err()).isEqualTo(1);
            assertThat(run.out()).contains("has moved since the build", "6 requests", "At the build");
        }
    }

    @Test
    void packagesOfBothBasesAreCompared() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        String image = push(base, base("5.1").ociManifestDigest().toString());
        this.registry.push("team/base", "1", base("5.2"));
        JsonNode report = check(1, image, "--packages");
        assertThat(report.at("/packages/packages/changes/items/0/name").stringValue()).isEqualTo("bash");
        assertThat(report.at("/packages/packages/changes/items/0/direction").stringValue()).isEqualTo("UPGRADE");
        assertThat(report.at("/packages/nowUncompressedBytes").longValue()).isPositive();
        assertThat(CommandRun.of("base", "check", image, "--packages").out()).contains("bash", "5.2", "upgrade");
    }

    /** The index changes with each platform, but only the platform of the image counts. */
    @Test
    void indexThatChangedForAnotherPlatformIsCurrent() {
        ImageBuilder own = base("5.1");
        String base = this.registry.push("team/base", "1", index(own, "one"));
        String stated = this.registry.digest("team/base", "1");
        String image = push(base, stated);
        assertThat(check(0, image).at("/before/digest").stringValue()).isEqualTo(stated);
        this.registry.push("team/base", "1", index(own, "two"));
        JsonNode report = check(0, image);
        assertThat(report.at("/now/digest").stringValue()).isNotEqualTo(stated);
        assertRequests(report, 8);
        String byManifest = push(base, own.ociManifestDigest().toString());
        assertRequests(check(0, byManifest), 5);
    }

    @Test
    void layersDecideIfTheEarlierBaseIsNotKnown() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        String image = this.registry.push("team/app", "1", app().annotation(Descriptor.BASE_NAME, base));
        JsonNode current = check(0, image);
        assertThat(current.path("before").isNull()).isTrue();
        assertThat(current.path("beforeUnknownBecause").stringValue()).contains("not stated");
        assertRequests(current, 4);
        String deleted = push(base, "sha256:" + "a".repeat(64));
        assertThat(check(0, deleted).path("beforeUnknownBecause").stringValue()).contains("404");
        this.registry.push("team/base", "1", base("5.2"));
        assertThat(check(1, deleted).path("update").isNull()).isTrue();
        assertRequests(check(1, image), 5);
    }

    @Test
    void placesThatStateTheBaseCompleteEachOther() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        String digest = base("5.1").ociManifestDigest().toString();
        this.registry.push("team/base", "1", base("5.2"));
        ImageBuilder image = app().annotation(Descriptor.BASE_DIGEST, digest);
        ImageBuilder labelled = app().annotation(Descriptor.BASE_DIGEST, digest)
                .config(config -> config.label(Descriptor.BASE_NAME, base));
        JsonNode report = check(1, this.registry.push("team/app", "1", labelled));
        assertThat(report.path("statedIn").stringValue()).isEqualTo("label");
        assertThat(report.at("/before/digest").stringValue()).isEqualTo(digest);
        JsonNode given = check(1, this.registry.push("team/app", "1", image), "--base", base);
        assertThat(given.at("/before/digest").stringValue()).isEqualTo(digest);
    }

    @Test
    void emptyBaseIsNoBase() {
        CommandRun run = CommandRun.of("base", "check", push("scratch", "sha256:" + "a".repeat(64)));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("names no base image");
    }

    @Test
    void invalidDigestIsNamed() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        JsonNode report = check(0, push(base, "md5:1"));
        assertThat(report.path("beforeUnknownBecause").stringValue()).contains("\"md5:1\"");
        assertThat(report.path("statedDigest").isNull()).isTrue();
    }

    @Test
    void optionNamesTheTagOfAStatedDigest() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        String digest = base("5.1").ociManifestDigest().toString();
        this.registry.push("team/base", "1", base("5.2"));
        String image = this.registry.push("team/app", "1",
                app().annotation(Descriptor.BASE_NAME, base.replace(":1", "@" + digest)));
        assertThat(check(1, image, "--base", base).at("/before/digest").stringValue()).isEqualTo(digest);
        String other = this.registry.push("team/other", "1", base("5.3"));
        assertThat(check(1, image, "--base", other).path("statedDigest").isNull()).isTrue();
    }

    @Test
    void imageWithoutTheLayersOfItsBaseIsMarked() {
        String base = this.registry.push("team/base", "1", base("5.3"));
        String digest = base("5.3").ociManifestDigest().toString();
        String image = push(base, digest);
        JsonNode report = check(0, image);
        assertThat(report.path("beginsWithBase").booleanValue()).isFalse();
        assertRequests(report, 4);
        assertThat(CommandRun.of("base", "check", image).out()).contains("does not begin with the layers");
        this.registry.push("team/base", "1", base("5.1"));
        assertThat(check(1, image).path("beginsWithBase").booleanValue()).isFalse();
        String right = push(base, base("5.1").ociManifestDigest().toString());
        assertThat(check(0, right).path("beginsWithBase").booleanValue()).isTrue();
    }

    @Test
    void packagesThatAreNotComparedAreExplained() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        String image = this.registry.push("team/app", "1", app().annotation(Descriptor.BASE_NAME, base));
        assertThat(CommandRun.of("base", "check", image, "--packages").out())
                .contains("Packages are not compared, because the base image of the build is not known.");
        assertThat(check(0, image).path("packagesNotComparedBecause").isNull()).isTrue();
        String known = push(base, base("5.1").ociManifestDigest().toString());
        assertThat(check(0, known, "--packages").path("packagesNotComparedBecause").stringValue())
                .contains("has not moved");
    }

    @Test
    void failureOfTheEarlierBaseIsAnErrorUnlessItIsGone() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        String broken = this.registry.push("no manifest").toString();
        CommandRun run = CommandRun.of("base", "check", push(base, broken));
        assertThat(run.status()).as(run.out()).isEqualTo(2);
        String other = "sha512:" + "ab".repeat(64);
        assertThat(check(0, push(base, other)).path("beforeUnknownBecause").stringValue()).contains("SHA-256");
    }

    @Test
    void imageThatNamesNoBaseNeedsTheOption() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        String image = this.registry.push("team/app", "1", app());
        CommandRun run = CommandRun.of("base", "check", image);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("names no base image", "--base NAME");
        JsonNode report = check(0, image, "--base", base);
        assertThat(report.path("statedIn").stringValue()).isEqualTo("option");
        String digest = base("5.1").ociManifestDigest().toString();
        this.registry.push("team/base", "1", base("5.2"));
        assertThat(check(1, image, "--base", base + "@" + digest).at("/before/digest").stringValue()).isEqualTo(digest);
    }

    @Test
    void nameWithoutATagIsAnError() {
        String base = this.registry.push("team/base", "1", base("5.1"));
        String digest = base("5.1").ociManifestDigest().toString();
        CommandRun run = CommandRun.of("base", "check", push(base.replace(":1", "@" + digest), digest));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("a name without a tag");
    }

    @Test
    void hostileNameIsAnError() {
        for (String name : List.of("docker://x", "/etc/passwd", "https://u:p@h/x", "\u001b[31m")) {
            CommandRun run = CommandRun.of("base", "check", push(name, "sha256:" + "a".repeat(64)));
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("Not a valid image reference").doesNotContain("\u001b");
        }
        assertThat(this.registry.requests()).hasSize(4 * 2);
    }

    @Test
    void archiveIsAnError(@TempDir Path folder) {
        CommandRun run = CommandRun.of("base", "check", app().writeOciLayout(folder.resolve("app")));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("image in a registry");
    }

    private static ImageBuilder base(String version) {
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("etc/os-release", "ID=debian\n"))
                .layer(layer -> layer.file("var/lib/dpkg/status", PACKAGES.formatted(version)));
    }

    private static ImageBuilder app() {
        return base("5.1").layer(layer -> layer.file("app", "app"));
    }

    private static ArchiveBuilder index(ImageBuilder own, String other) {
        ImageBuilder foreign = ImageBuilder.anImage("").platform("linux/s390x");
        foreign.layer(layer -> layer.file(other, other));
        return ImageBuilder.multiPlatformLayoutOf("", own, foreign);
    }

    private String push(String base, String digest) {
        return this.registry.push("team/app", "1", app().annotation(Descriptor.BASE_NAME, base)
                .annotation(Descriptor.BASE_DIGEST, digest));
    }

    private JsonNode check(int status, String image, String... options) {
        int before = this.registry.requests().size();
        Object[] arguments = Stream.concat(
                Stream.of("base", "check", image, "--format", "json"),
                Stream.of(options)).toArray();
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.status()).as(run.err()).isEqualTo(status);
        JsonNode report = JsonMapper.shared().readTree(run.out());
        if (options.length == 0) {
            assertThat(report.at("/traffic/requests").intValue())
                    .isEqualTo(this.registry.requests().size() - before);
        }
        return report;
    }

    private static void assertRequests(JsonNode report, int count) {
        assertThat(report.at("/traffic/requests").intValue()).isEqualTo(count);
        assertThat(report.at("/traffic/bytes").longValue()).isPositive().isLessThan(10_000);
    }
}
