package dev.tare.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.tare.fixture.Artifacts;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer;
import dev.tare.image.Digest;
import dev.tare.image.ImageIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ReferrersCommandTests {

    private static final String SPDX = "application/spdx+json";

    private static final String BILL = """
            {"spdxVersion": "SPDX-2.3", "packages": [{"name": "zlib", "externalRefs": [
             {"referenceType": "purl", "referenceLocator": "pkg:apk/alpine/zlib@1.3?arch=x86_64"}]}]}""";

    private final MemoryRegistry registry = new MemoryRegistry();

    private final ImageBuilder image = ImageBuilder.anImage("")
            .layer(layer -> layer.file("etc/os-release", "ID=alpine\nVERSION_ID=3.22\n")
                    .file("lib/apk/db/installed", "P:musl\nV:1.2.5-r9\nA:x86_64\n"));

    private final String name = this.registry.push("app", "1", this.image);

    private final Digest manifest =
            ImageIndex.parse("index.json", this.image.ociLayout().files().get("index.json"))
                    .manifests()
                    .getFirst()
                    .digest();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        this.registry.close();
    }

    @Test
    void referrersOfTheTagSchemaAreListed() {
        attach(BILL);
        CommandRun run = CommandRun.of("referrers", this.name);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 SBOM", SPDX, "referrers tag", "does not verify");
    }

    @Test
    void jsonStatesTheRequests() {
        attach(BILL);
        JsonNode json = JsonMapper.shared().readTree(CommandRun.of("referrers", this.name, "--format", "json").out());
        assertThat(json.at("/referrers/0/kind").asString()).isEqualTo("SBOM");
        assertThat(json.at("/manifest").asString()).isEqualTo(this.manifest.toString());
        assertThat(json.at("/incompleteBecause").isNull()).isTrue();
        assertThat(json.at("/requests").asInt()).isEqualTo(this.registry.requests().size()).isEqualTo(7);
    }

    @Test
    void publishedBillIsComparedWithTheSoftware() {
        attach(BILL);
        JsonNode json = JsonMapper.shared()
                .readTree(CommandRun.of("referrers", this.name, "--sbom", "published", "--format", "json").out());
        assertThat(json.at("/software/missing").findValuesAsString("purl"))
                .containsExactly("pkg:apk/alpine/musl@1.2.5-r9");
        assertThat(json.at("/software/surplus").findValuesAsString("purl")).containsExactly("pkg:apk/alpine/zlib@1.3");
    }

    @Test
    void digestSelectsOneOfSeveralBills() {
        String first = artifact(BILL);
        String second = artifact(BILL.replace("zlib@1.3", "musl@1.2.5-r9"));
        this.registry.push("app", "sha256-" + this.manifest.hex(),
                Artifacts.index(Artifacts.listed(first, SPDX, ""), Artifacts.listed(second, SPDX, "")));
        String digest = Digest.sha256Of(second.getBytes(StandardCharsets.UTF_8)).toString();
        CommandRun several = CommandRun.of("referrers", this.name, "--sbom", "published");
        assertThat(several.status()).isEqualTo(2);
        assertThat(several.err()).contains("2 bills of materials", digest);
        assertThat(CommandRun.of("referrers", this.name, "--sbom", digest.substring(0, 19)).out())
                .contains("0 missing, 0 surplus, 1 the same");
        assertThat(CommandRun.of("referrers", this.name, "--sbom", digest.substring(7, 19)).out())
                .contains("0 missing, 0 surplus, 1 the same");
    }

    @Test
    void missingBillIsAnError() {
        CommandRun run = CommandRun.of("referrers", this.name, "--sbom", "published");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("no bill of materials");
        assertThat(CommandRun.of("referrers", this.name, "--sbom", this.manifest).err()).contains("no referrer");
    }

    @Test
    void documentThatIsNoBillIsAnError() {
        attach("{\"bomFormat\": 1}");
        CommandRun run = CommandRun.of("referrers", this.name, "--sbom", "published");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("neither CycloneDX nor SPDX");
    }

    @Test
    void fileIsComparedWithAnArchive() throws IOException {
        Path archive = Files.write(this.folder.resolve("app.tar"), this.image.asDockerArchive());
        Path bill = this.folder.resolve("sbom.json");
        CommandRun.of("sbom", archive, "--output", bill);
        CommandRun run = CommandRun.of("referrers", archive, "--sbom", bill);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("0 missing, 0 surplus, 1 the same");
    }

    @Test
    void billOfAnotherImageIsMarked() {
        this.registry.push(BILL);
        String other = Artifacts.manifest(SPDX, Digest.sha256Of(new byte[1]), "", SPDX, BILL);
        this.registry.push(other);
        this.registry.push("app", "sha256-" + this.manifest.hex(), Artifacts.index(Artifacts.listed(other, SPDX, "")));
        String digest = Digest.sha256Of(other.getBytes(StandardCharsets.UTF_8)).toString();
        assertThat(subject(this.name, digest)).isEqualTo("OTHER");
        assertThat(CommandRun.of("referrers", this.name, "--sbom", digest).out()).contains("about another image",
                "received for the list of referrers and the document");
    }

    @Test
    void attestationInAFileMayNameTheManifestOrTheIndex() throws IOException {
        ImageBuilder linux = ImageBuilder.anImage("").platform("linux/amd64").layer(layer -> layer.file("a", "a"));
        ImageBuilder arm = ImageBuilder.anImage("").platform("linux/arm64").layer(layer -> layer.file("a", "b"));
        String name = this.registry.push("app", "2", ImageBuilder.multiPlatformLayoutOf("", linux, arm));
        String index = this.registry.digest("app", "2");
        String requested = "--platform=linux/amd64";
        assertThat(subject(name, attestation(index), requested)).isEqualTo("SAME");
        assertThat(this.registry.requests()).filteredOn(request -> request.path().endsWith("/manifests/2")).hasSize(1);
        assertThat(subject(name, attestation(linux.ociManifestDigest().toString()), requested)).isEqualTo("SAME");
        assertThat(subject(name, attestation(arm.ociManifestDigest().toString()), requested)).isEqualTo("OTHER");
        assertThat(subject(name, attestation(""), requested)).isEqualTo("UNKNOWN");
    }

    @Test
    void subjectOfAnArchiveIsUnknownUnlessTheAttestationNamesItsManifest() throws IOException {
        Path docker = Files.write(this.folder.resolve("docker.tar"), this.image.asDockerArchive());
        Path oci = Files.write(this.folder.resolve("oci.tar"), this.image.asOciArchive());
        Path attestation = attestation(this.manifest.toString());
        assertThat(subject(docker, attestation)).isEqualTo("UNKNOWN");
        assertThat(subject(oci, attestation)).isEqualTo("SAME");
        assertThat(subject(oci, attestation(Digest.sha256Of(new byte[1]).toString()))).isEqualTo("UNKNOWN");
        assertThat(CommandRun.of("referrers", docker, "--sbom", attestation).out()).contains("It is unknown whether");
    }

    @Test
    void damagedFileIsAnErrorBeforeTheImageIsRead() throws IOException {
        Path bill = Files.writeString(this.folder.resolve("sbom.json"), "{");
        CommandRun run = CommandRun.of("referrers", this.name, "--sbom", bill);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("The bill of materials is not read");
        assertThat(this.registry.requests()).isEmpty();
    }

    @Test
    void archiveHasNoReferrers() throws IOException {
        Path archive = Files.write(this.folder.resolve("app.tar"), this.image.asDockerArchive());
        CommandRun run = CommandRun.of("referrers", archive);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Only a registry has referrers");
    }

    @Test
    void inspectReportsTheSignature() {
        this.registry.push("app", "sha256-" + this.manifest.hex() + ".sig",
                Artifacts.cosign("application/vnd.dev.cosign.simplesigning.v1+json", "x", ""));
        JsonNode json = JsonMapper.shared().readTree(CommandRun.of("inspect", this.name, "--format", "json").out());
        assertThat(json.at("/image/referrers/items/0/kind").asString()).isEqualTo("SIGNATURE");
        assertThat(json.toString()).contains("1 signature of the manifest (cosign tag)");
    }

    @ParameterizedTest
    @ValueSource(strings = { "files", "sbom" })
    void commandsWithoutChecksDoNotAskForSignatures(String command) {
        CommandRun run = CommandRun.of(command, this.name);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(this.registry.requests()).extracting(RawServer.Request::path)
                .noneMatch(path -> path.contains("referrers") || path.contains("sha256-"));
    }

    @Test
    void artifactAboutAnotherImageIsMarked() {
        String other = Artifacts.manifest(SPDX, Digest.sha256Of(new byte[1]), "", SPDX, BILL);
        this.registry.push(other);
        this.registry.push("app", "sha256-" + this.manifest.hex(), Artifacts.index(Artifacts.listed(other, SPDX, "")));
        assertThat(CommandRun.of("referrers", this.name).out()).contains("No referrers, 1 about another image",
                "another image  referrers tag");
    }

    private static String subject(Object image, Object bill, Object... options) {
        Object[] arguments = Stream.concat(Stream.of("referrers", image, "--sbom", bill, "--format", "json"),
                Stream.of(options)).toArray();
        return JsonMapper.shared().readTree(CommandRun.of(arguments).out()).at("/subject").asString();
    }

    /** A statement about a digest, or about nothing. */
    private Path attestation(String digest) throws IOException {
        String subject = digest.isEmpty() ? ""
                : "{\"digest\": {\"sha256\": \"%s\"}}".formatted(Digest.parse(digest).hex());
        return Files.writeString(this.folder.resolve("attestation.json"),
                "{\"subject\": [%s], \"predicate\": %s}".formatted(subject, BILL));
    }

    private void attach(String bill) {
        this.registry.push("app", "sha256-" + this.manifest.hex(),
                Artifacts.index(Artifacts.listed(artifact(bill), SPDX, "")));
    }

    private String artifact(String bill) {
        this.registry.push(bill);
        String artifact = Artifacts.manifest(SPDX, this.manifest, "", SPDX, bill);
        this.registry.push(artifact);
        return artifact;
    }
}
