package dev.tare.policy.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.referrer.Referrer;
import dev.tare.referrer.Referrer.Place;
import dev.tare.referrer.Referrer.Subject;
import dev.tare.referrer.Referrers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;

class SignedTests extends CheckContract {

    private static final Check CHECK = new Signed();

    private static final String NOTATION = "application/vnd.cncf.notary.signature";

    private static final String BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, with(null, NOTATION)), is(CHECK, WARN, with(null)),
                is(CHECK, UNKNOWN, image()), is(CHECK, UNKNOWN, with("The registry answers 500.")),
                is(CHECK, UNKNOWN, with(null, BUNDLE)), is(CHECK, PASS, with("There is more.", NOTATION)),
                is(CHECK, WARN, with(null, "application/spdx+json")));
    }

    @Test
    void judgeStatesThePlaceAndThatTareDoesNotVerify() {
        assertFinding(CHECK, with(null, NOTATION, NOTATION)).hasOnlyEvidence("1 signature of the index",
                "referrers API",
                "does not verify");
    }

    @Test
    void judgeWhenTheRegistryFailsGivesTheReason() {
        assertFinding(CHECK, with("The registry answers 500.")).hasVerdict(UNKNOWN).hasOnlyEvidence("answers 500");
    }

    @Test
    void judgeWhenTheImageIsFromAnArchiveGivesTheReason() {
        assertFinding(CHECK, image()).hasVerdict(UNKNOWN).hasOnlyEvidence("archive", "engine");
    }

    @Test
    void judgeIgnoresSignaturesOfAnotherImage() {
        Referrer other = listed(NOTATION);
        assertFinding(CHECK, image().referrers(new Referrers(List.of(new Referrer(other.kind(), other.type(), null,
                other.digest(), 1, true, List.of(), Place.API, Subject.INDEX, true)), null))).hasVerdict(WARN);
    }

    private static InspectionBuilder with(@Nullable String incomplete, String... types) {
        return image().referrers(new Referrers(List.of(), incomplete)
                .after(Stream.of(types).map(SignedTests::listed).toList()));
    }

    private static Referrer listed(String type) {
        return Referrer.listed(new Descriptor(MediaType.OCI_MANIFEST, Digest.parse("sha256:" + "a1".repeat(32)), 1,
                Map.of(), null, type), Place.API, Subject.INDEX);
    }
}
