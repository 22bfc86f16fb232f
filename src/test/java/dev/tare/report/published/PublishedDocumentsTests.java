package dev.tare.report.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.tare.ecosystem.bill.PublishedBill;
import dev.tare.fixture.Golden;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.referrer.Referrer;
import dev.tare.referrer.Referrer.Place;
import dev.tare.referrer.Referrer.Subject;
import dev.tare.referrer.Referrers;
import dev.tare.report.output.ReportFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layouts of both documents in each format. */
class PublishedDocumentsTests {

    private static final Digest INDEX = Digest.parse("sha256:" + "a1".repeat(32));

    private static final Digest MANIFEST = Digest.parse("sha256:" + "b2".repeat(32));

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void referrersAreLaidOut(ReportFormat format) throws IOException {
        Referrers referrers = new Referrers(List.of(
                Referrer.listed(
                        descriptor(MediaType.OCI_MANIFEST.value(), "c3", "application/vnd.cncf.notary.signature"),
                        Place.API, Subject.INDEX),
                Referrer.blob(descriptor("application/vnd.dev.cosign.simplesigning.v1+json", "d4", null),
                        Place.COSIGN_TAG, Subject.MANIFEST),
                Referrer.blob(new Descriptor(new MediaType("application/vnd.in-toto+json"), digest("e5"), 9_000_000,
                        Map.of("in-toto.io/predicate-type", "https://spdx.dev/Document"), null), Place.INDEX,
                        Subject.MANIFEST),
                Referrer.blob(descriptor("text/\u001b[31m|hostile`<b>\u202e", "f6", null), Place.COSIGN_TAG,
                        Subject.MANIFEST),
                Referrer.blob(descriptor("application/vnd.dev.cosign.simplesigning.v1+json", "b7", null),
                        Place.COSIGN_TAG, Subject.MANIFEST).stating(INDEX.toString(), MANIFEST)),
                "The registry answers 500.");
        ReferrersListing listing = ReferrersListing.of("registry.example.com/app:1", INDEX.toString(),
                MANIFEST.toString(), "linux/amd64", referrers, 12, 34_567);
        StringWriter written = new StringWriter();
        format.write(listing.document(), listing, written);
        Golden.assertGolden("referrers." + format.extension(), written.toString());
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void comparedBillsAreLaidOut(ReportFormat format) throws IOException {
        PublishedBill bill = PublishedBill.parse(new ByteArrayInputStream("""
                {"subject": [{"digest": {"sha256": "00"}}], "predicate": {"bomFormat": "CycloneDX", "components": [
                 {"purl": "pkg:maven/org.example/core@1.0"}, {"purl": "pkg:npm/right-pad@2"}, {"name": "x"}]}}"""
                .getBytes(StandardCharsets.UTF_8)));
        SbomComparison comparison = SbomComparison.of(InspectionBuilder.image("registry.example.com/app:1")
                .layer("first")
                .jar("app/core.jar", "org.example", "core", "1.0", 10, "c1")
                .languagePackage("npm", "left-pad", "1.3.0", "app/node_modules/left-pad/package.json")
                .build(), bill, INDEX.toString(), MANIFEST, 12, 34_567);
        StringWriter written = new StringWriter();
        format.write(comparison.asDocument(), comparison, written);
        Golden.assertGolden("published-sbom." + format.extension(), written.toString());
    }

    private static Descriptor descriptor(String type, String hex, String artifactType) {
        return new Descriptor(new MediaType(type), digest(hex), 1_234, Map.of(), null, artifactType);
    }

    private static Digest digest(String hex) {
        return Digest.parse("sha256:" + hex.repeat(32));
    }
}
