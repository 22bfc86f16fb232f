package dev.tare.ecosystem.bill;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PublishedBillTests {

    private static final String PURL = "pkg:deb/debian/bash@5.2";

    private static final String CYCLONE = """
            {"bomFormat": "CycloneDX", "components": [{"type": "library", "name": "bash", "purl": "pkg:deb/debian/bash@5.2",
             "components": [{"type": "file", "name": "x"}]}]}""";

    private static final String SPDX =
            """
            {"spdxVersion": "SPDX-2.3", "packages": [{"name": "bash", "versionInfo": "5.2",
             "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:deb/debian/bash@5.2"}]}, {"name": "x"}]}""";

    private static final String HEX = "a1".repeat(32);

    @ParameterizedTest
    @ValueSource(strings = { CYCLONE, SPDX })
    void parseReadsEachEntryOfAPlainDocument(String document) throws IOException {
        PublishedBill bill = parse(document);
        assertThat(bill.entries()).extracting(BillEntry::purl).containsExactlyInAnyOrder(PURL, null);
        assertThat(bill.attested()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { CYCLONE, SPDX })
    void parseOpensStatementsEnvelopesAndBundles(String document) throws IOException {
        for (String content : new String[] { statement(document), envelope(statement(document)),
                "{\"dsseEnvelope\": " + envelope(statement(document)) + ", \"verificationMaterial\": {}}" }) {
            PublishedBill bill = parse(content);
            assertThat(bill.entries()).hasSize(2);
            assertThat(bill.attested()).isTrue();
            assertThat(bill.subjects()).containsExactly(HEX);
        }
    }

    @Test
    void parseReadsAPredicateThatIsAText() throws IOException {
        assertThat(parse(statement("{\"Data\": \"" + SPDX.replace("\"", "\\\"").replace("\n", " ") + "\"}")).format())
                .isEqualTo("SPDX");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"predicate\": %s}", "{\"subject\": [], \"predicate\": %s}",
            "{\"subject\": [{\"digest\": {\"sha512\": \"a1\"}}], \"predicate\": %s}" })
    void parseReadsAStatementWithoutSubjects(String statement) throws IOException {
        PublishedBill bill = parse(envelope(statement.formatted(CYCLONE)));
        assertThat(bill.attested()).isTrue();
        assertThat(bill.subjects()).isEmpty();
    }

    @Test
    void parseReadsGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(CYCLONE.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(PublishedBill.parse(new ByteArrayInputStream(bytes.toByteArray())).format()).isEqualTo("CycloneDX");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "{}", "SPDXVersion: SPDX-2.3", "{\"payload\": \"e30=\"}", "{\"payload\": \"!\"}",
            "{\"bomFormat\": \"CycloneDX\", ", "{\"bomFormat\": \"other\"}", "{\"predicate\": [1]}" })
    void parseRejectsOtherContent(String content) {
        assertUnreadable(content);
    }

    @Test
    void parseRejectsEnvelopesInEnvelopes() throws IOException {
        assertThat(parse(envelope(envelope(envelope(statement(CYCLONE))))).entries()).hasSize(2);
        assertUnreadable(envelope(envelope(envelope(envelope(statement(CYCLONE))))));
    }

    @Test
    void parseBoundsLevelsAndEntries() {
        assertUnreadable("{\"predicate\":".repeat(100) + "{}" + "}".repeat(100));
        assertUnreadable("{\"bomFormat\": \"CycloneDX\", \"components\": [" + "{},".repeat(100_000) + "{}]}");
    }

    @Test
    void parseBoundsInflatedBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i <= PublishedBill.MAX_SIZE >> 20; i++) {
                gzip.write(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThatExceptionOfType(UnreadableBillException.class)
                .isThrownBy(() -> PublishedBill.parse(new ByteArrayInputStream(bytes.toByteArray())));
    }

    private static void assertUnreadable(String content) {
        assertThatExceptionOfType(UnreadableBillException.class).isThrownBy(() -> parse(content));
    }

    private static PublishedBill parse(String content) throws IOException {
        return PublishedBill.parse(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String statement(String predicate) {
        return "{\"subject\": [{\"name\": \"app\", \"digest\": {\"sha256\": \"" + HEX + "\"}}], \"predicate\": "
                + predicate
                + "}";
    }

    private static String envelope(String payload) {
        return "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \""
                + Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + "\", \"signatures\": []}";
    }
}
