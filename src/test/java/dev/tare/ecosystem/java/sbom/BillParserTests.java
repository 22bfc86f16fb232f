package dev.tare.ecosystem.java.sbom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

import dev.tare.ecosystem.bill.UnreadableBillException;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BillParserTests {

    private static final String SHA256 = "0123456789abcdef".repeat(4);

    private static final Digest DIGEST = Digest.ofSha256(HexFormat.of().parseHex(SHA256));

    private static final String LIBRARY = "'purl': 'pkg:maven/org.example/lib@1.0?type=jar'";

    @Test
    void componentsOfCycloneDxHaveTheirCoordinatesAndDigest() throws IOException {
        assertThat(cycloneDx("{" + LIBRARY + ", 'hashes': [{'alg': 'MD5', 'content': '00'}, "
                + "{'alg': 'SHA-256', 'content': 'zz'}, {'alg': 'SHA-256', 'content': '" + SHA256 + "'}]}")
                .libraries()).containsExactly(new ListedLibrary("org.example", "lib", "1.0", DIGEST));
    }

    @Test
    void groupNameAndVersionReplaceAMissingPurl() throws IOException {
        assertThat(cycloneDx("{'group': 'g', 'name': 'a', 'version': '2'}, {'group': '@babel', 'name': 'core', "
                + "'version': '7'}, {'name': 'zlib', 'version': '1'}").libraries())
                .containsExactly(new ListedLibrary("g", "a", "2", null));
    }

    @Test
    void nestedComponentsAndTheMainComponentCount() throws IOException {
        String json = "{'components': [{'name': 'x', 'components': [{'components': [{" + LIBRARY + "}]}]}], "
                + "'metadata': {'component': {'purl': 'pkg:maven/g/main@2'}}, 'bomFormat': 'CycloneDX'}";
        assertThat(parsed(json).libraries()).extracting(ListedLibrary::artifactId).containsExactly("lib", "main");
    }

    @Test
    void packagesOfSpdxHaveTheirCoordinatesAndDigest() throws IOException {
        String json = "{'SPDXID': 'SPDXRef-DOCUMENT', 'spdxVersion': 'SPDX-2.3', 'packages': [{'name': 'other', "
                + "'versionInfo': '9', 'externalRefs': [{'referenceType': 'cpe23Type', 'referenceLocator': 'cpe'}, "
                + "{'referenceCategory': 'PACKAGE-MANAGER', 'referenceType': 'purl', "
                + "'referenceLocator': 'pkg:maven/org.example/lib@1.0'}], 'checksums': [{'algorithm': 'SHA256', "
                + "'checksumValue': '" + SHA256 + "'}]}, {'name': 'none', 'versionInfo': '1'}]}";
        assertThat(parsed(json).libraries())
                .containsExactly(new ListedLibrary("org.example", "lib", "1.0", DIGEST));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pkg:maven/g/a@1            | g:a:1
            pkg:maven/g/a@1#sub        | g:a:1
            pkg:MAVEN/g/a@1+b          | g:a:1+b
            pkg:maven/g/a%2Db@1%2B2    | g:a-b:1+2
            pkg:maven/a@1              |
            pkg:maven/g/a              |
            pkg:maven/g/h/a@1          |
            pkg:maven/g/a@1%zz         |
            pkg:maven/g/%2e%2e%2fa@1   |
            pkg:maven/g/${a}@1         |
            pkg:npm/%40babel/core@7    |
            pkg:generic/a@1            |
            """)
    void purlsOfMavenAreDecoded(String purl, @Nullable String coordinates) throws IOException {
        assertThat(cycloneDx("{'group': 'x', 'name': 'y', 'version': 'z', 'purl': '" + purl + "'}").libraries())
                .extracting(one -> one.groupId() + ":" + one.artifactId() + ":" + one.version())
                .isEqualTo(coordinates == null ? List.of() : List.of(coordinates));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'bomFormat': 'CycloneDX', 'metadata': {'tools': [{'vendor': 'anchore', 'name': 'syft'}]}}",
            "{'bomFormat': 'CycloneDX', 'metadata': {'tools': {'components': [{'name': 'Trivy'}]}}}",
            "{'spdxVersion': 'SPDX-2.3', 'creationInfo': {'creators': ['Organization: x', 'Tool: syft-1.2']}}" })
    void documentsOfScannersAreMarked(String json) throws IOException {
        assertThat(parsed(json).scanned()).isTrue();
    }

    @Test
    void documentOfABuildToolIsNotMarked() throws IOException {
        assertThat(parsed("{'bomFormat': 'CycloneDX', 'metadata': {'tools': {'components': [{'name': "
                + "'cyclonedx-maven-plugin'}]}, 'component': {'name': 'syft'}}}").scanned()).isFalse();
    }

    @Test
    void compressedDocumentIsRead() throws IOException {
        assertThat(parse(new ByteArrayInputStream(gzip(document("{" + LIBRARY + "}"))))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "[]", "1", "SPDXVersion: SPDX-2.3\nPackageName: a", "{'name': 'other'}",
            "{'spdxVersion': 'SPDX-3.0'}", "{'bomFormat': 1, 'components': 7, 'metadata': [], 'packages': {'a': []}}" })
    void otherDocumentsHaveNoLibraries(String text) throws IOException {
        assertThat(parse(stream(text))).isNull();
    }

    @Test
    void documentsCutAnywhereAreNoOtherErrors() throws IOException {
        String whole = document("{" + LIBRARY + ", 'hashes': [{'alg': 'SHA-256', 'content': '" + SHA256 + "'}]}");
        byte[] compressed = gzip(whole);
        for (int i = 1; i < whole.length(); i++) {
            byte[] cut = whole.replace('\'', '"').substring(0, i).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> parse(new ByteArrayInputStream(cut)))
                    .isInstanceOf(UnreadableBillException.class);
        }
        for (int i = 2; i < compressed.length - 16; i++) {
            byte[] cut = Arrays.copyOf(compressed, i);
            assertThatThrownBy(() -> parse(new ByteArrayInputStream(cut)))
                    .isInstanceOf(UnreadableBillException.class);
        }
    }

    @Test
    void tooManyLevelsAreRefused() {
        assertThatThrownBy(() -> cycloneDx("{'components': [".repeat(40) + "]}".repeat(40)))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessageContaining("64 levels");
    }

    @Test
    void tooManyLibrariesAreRefused() {
        assertThatThrownBy(() -> cycloneDx("{" + LIBRARY + "}" + (", {" + LIBRARY + "}").repeat(10_000)))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessageContaining("more than 10000 libraries");
    }

    @Test
    void documentIsReadUpToItsMaximumSize() {
        assertThatThrownBy(() -> parse(
                new ByteArrayInputStream(gzip("{'bomFormat': 'CycloneDX'," + " ".repeat(17 << 20) + "'a': 1}"))))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessageContaining("16 MiB");
    }

    @Test
    void longTextsDoNotCount() throws IOException {
        assertThat(cycloneDx("{'purl': 'pkg:maven/g/a@1?x=" + "y".repeat(1024) + "'}").libraries()).isEmpty();
    }

    private static BillOfMaterials cycloneDx(String components) throws IOException {
        return parsed(document(components));
    }

    private static String document(String components) {
        return "{'bomFormat': 'CycloneDX', 'specVersion': '1.6', 'components': [" + components + "]}";
    }

    private static @Nullable BillOfMaterials parse(InputStream content) throws IOException {
        return BillParser.parse(content, Long.MAX_VALUE, inflated -> {});
    }

    private static BillOfMaterials parsed(String json) throws IOException {
        return Objects.requireNonNull(parse(stream(json)));
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
