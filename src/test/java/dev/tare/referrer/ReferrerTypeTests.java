package dev.tare.referrer;

import java.util.List;
import java.util.Map;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.referrer.Referrer.Place;
import dev.tare.referrer.Referrer.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReferrerTypeTests {

    @ParameterizedTest
    @CsvSource({ "application/vnd.dev.cosign.simplesigning.v1+json, SIGNATURE",
            "application/vnd.cncf.notary.signature, SIGNATURE", "application/vnd.cyclonedx+json, SBOM",
            "text/spdx+json, SBOM", "spdx+json, SBOM", "application/vnd.in-toto+json, ATTESTATION",
            "application/vnd.dsse.envelope.v1+json, ATTESTATION",
            "application/vnd.dev.sigstore.bundle.v0.3+json, BUNDLE", "application/vnd.example, OTHER", "'', OTHER" })
    void kindIsThatOfTheType(String type, ReferrerKind kind) {
        assertThat(ReferrerType.kind(List.of(type), Map.of())).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({ "in-toto.io/predicate-type, https://spdx.dev/Document, SBOM",
            "in-toto.io/predicate-type, https://slsa.dev/provenance/v0.2, PROVENANCE",
            "predicateType, https://cyclonedx.org/bom, SBOM", "predicateType, https://example.com/scan, ATTESTATION",
            "dev.sigstore.bundle.predicateType, https://sigstore.dev/cosign/sign/v1, SIGNATURE",
            "dev.sigstore.bundle.content, message-signature, SIGNATURE" })
    void kindOfAStatementIsThatOfItsPredicate(String annotation, String value, ReferrerKind kind) {
        for (String type : List.of("application/vnd.in-toto+json", "application/vnd.dev.sigstore.bundle.v0.3+json")) {
            assertThat(ReferrerType.kind(List.of(type), Map.of(annotation, value))).isEqualTo(kind);
        }
    }

    /** Anyone can write annotations. They never make a signature out of another artifact. */
    @Test
    void annotationsOfOtherTypesDoNotCount() {
        assertThat(ReferrerType.kind(List.of("application/vnd.cyclonedx+json"),
                Map.of("dev.sigstore.bundle.content", "message-signature"))).isEqualTo(ReferrerKind.SBOM);
    }

    @Test
    void longTypesAreCut() {
        Referrer referrer = Referrer.listed(new Descriptor(MediaType.OCI_MANIFEST, Digest.sha256Of(new byte[0]), 1,
                Map.of("predicateType", "p".repeat(10_000)), null, "t".repeat(10_000)), Place.API, Subject.INDEX);
        assertThat(referrer.type()).hasSizeLessThan(300).endsWith("…");
        assertThat(referrer.predicateType()).hasSizeLessThan(300);
    }
}
