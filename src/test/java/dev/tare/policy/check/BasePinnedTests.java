package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.image.Digest;
import dev.tare.inspection.base.BaseGrade;
import dev.tare.inspection.base.BaseImage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;

class BasePinnedTests extends CheckContract {

    private static final Check CHECK = new BasePinned();

    private static final String NAME = "org.opencontainers.image.base.name";

    private static final String DIGEST = "org.opencontainers.image.base.digest";

    private static final String VALUE = "sha256:" + "a1".repeat(32);

    @Override
    Stream<Example> examples() {
        return Stream.of(is(CHECK, PASS, image().annotation(DIGEST, VALUE)),
                is(CHECK, WARN, image().annotation(NAME, "debian:13")),
                is(CHECK, FAIL, image().annotation(DIGEST, "latest")), is(CHECK, UNKNOWN, image()),
                is(CHECK, PASS, image().base(stated(Digest.parse(VALUE)))),
                is(CHECK, UNKNOWN, image().base(stated(null))),
                is(CHECK, UNKNOWN, image().annotation(NAME, "debian@token=" + VALUE)),
                is(CHECK, UNKNOWN, image().annotation(DIGEST, "token=" + VALUE)),
                is(CHECK, PASS, image().label(NAME, "debian@" + VALUE)),
                is(CHECK, WARN, image().label(NAME, "debian:13")), is(CHECK, FAIL, image().label(DIGEST, "latest")));
    }

    private static BaseImage stated(@Nullable Digest digest) {
        return BaseImage.known(BaseGrade.STATED, 1, new BaseImage.Reference("debian:13", digest), "Provenance.");
    }

    @Test
    void judgeNamesTheBaseAndItsDigest() {
        assertFinding(CHECK, image().annotation(NAME, "debian:13").annotation(DIGEST, VALUE)).hasVerdict(PASS)
                .hasOnlyEvidence("debian:13", VALUE);
    }

    @Test
    void judgeWhenNameAndDigestDisagreeWarns() {
        String other = "sha256:" + "b2".repeat(32);
        assertFinding(CHECK, image().annotation(NAME, "debian@" + other).annotation(DIGEST, VALUE)).hasVerdict(WARN)
                .hasOnlyEvidence(other, "but", VALUE);
    }

    @Test
    void judgeWhenTheTextAfterTheAtSignHasNoColonIsNoDigest() {
        assertFinding(CHECK, image().annotation(NAME, "debian@latest")).hasVerdict(WARN);
    }

    @Test
    void judgeMentionsThatALabelMayBeInherited() {
        assertFinding(CHECK, image().label(DIGEST, VALUE)).hasOnlyEvidence(VALUE, "label", "inherited");
        assertFinding(CHECK, image().annotation(DIGEST, VALUE)).hasNoEvidence("inherited");
    }
}
