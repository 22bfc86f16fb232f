package dev.tare.inspection.base;

import java.util.List;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.KnownBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KnownBasesTests {

    private static final Digest DIGEST = Digest.parse("sha256:" + "c".repeat(64));

    private static final Image APP = image("app:1", 3);

    private static final BaseImage UNKNOWN = BaseImage.unknown(1, "Nothing.");

    @Test
    void verifyReturnsTheLongestKnownBase() {
        KnownBases bases = new KnownBases(List.of(), List.of(base("debian:13", 1), base("java:25", 2)));
        BaseImage verified = bases.verify("app:1", APP, UNKNOWN, List.of(KnownBase.of(image("other:1", 1))));
        assertThat(verified.grade()).isEqualTo(BaseGrade.VERIFIED);
        assertThat(verified.boundary()).isEqualTo(new BaseBoundary.Known(2));
        assertThat(verified.reference()).isEqualTo(new BaseImage.Reference("java:25", null));
        assertThat(verified.leastLayers()).isZero();
    }

    @Test
    void verifyKeepsAStatedBaseImageAboveAKnownOne() {
        KnownBases bases = new KnownBases(List.of(), List.of(base("debian:13", 1)));
        BaseImage stated = BaseImage.known(BaseGrade.STATED, 2, null, "Jib.");
        BaseImage kept = bases.verify("app:1", APP, stated, List.of());
        assertThat(kept.grade()).isEqualTo(BaseGrade.STATED);
        assertThat(kept.boundary()).isEqualTo(new BaseBoundary.Known(2));
        assertThat(kept.evidence()).contains("Jib.", "debian:13");
        BaseImage lower = BaseImage.known(BaseGrade.STATED, 1, null, "Jib.");
        assertThat(bases.verify("app:1", APP, lower, List.of()).grade()).isEqualTo(BaseGrade.VERIFIED);
    }

    @Test
    void verifyWhenTheGivenBaseIsLowerStillUsesIt() {
        KnownBases bases = new KnownBases(List.of(base("given:1", 1)), List.of(base("java:25", 2)));
        BaseImage stated = BaseImage.known(BaseGrade.STATED, 2, null, "Jib.");
        assertThat(bases.verify("app:1", APP, stated, List.of()).boundary()).isEqualTo(new BaseBoundary.Known(1));
    }

    @Test
    void verifyIgnoresImagesWithoutLayersAndEqualImages() {
        List<KnownBase> others = List.of(KnownBase.of(image("empty:1", 0)), KnownBase.of(image("equal:1", 3)),
                KnownBase.of(image("longer:1", 4)));
        assertThat(KnownBases.NONE.verify("app:1", APP, UNKNOWN, others)).isEqualTo(UNKNOWN);
    }

    @Test
    void verifyKeepsALikelyBoundaryAboveAKnownBaseAsEvidence() {
        BaseImage likely = new BaseImage(BaseGrade.LIKELY, new BaseBoundary.Likely(2), null, 0, "A command.");
        BaseImage verified = new KnownBases(List.of(), List.of(base("debian:13", 1))).verify("app:1", APP, likely,
                List.of());
        assertThat(verified.boundary()).isEqualTo(new BaseBoundary.Known(1));
        assertThat(verified.evidence()).contains("debian:13", "A command.");
    }

    @ParameterizedTest
    @CsvSource({ "app:1, app:2, true", "app:1, docker.io/library/app, true", "localhost/app:1, app@sha256:a, true",
            "r:5000/app:1, r:5000/app, true", "r:5000/app, r:5001/app, false", "app:1, app-base:1, false",
            "'', '', false", "latest, latest, false", "d1/image.tar, d2/image.tar, false",
            "d1/image.tar, d1/image.tar, false" })
    void buildsOfOneRepositoryHaveTheSameNameWithoutTheTag(String name, String other, boolean same) {
        assertThat(KnownBases.areOfOneRepository(name, other)).isEqualTo(same);
    }

    @Test
    void verifyWhenAnotherImageHasMoreLayersThanTheBuildStatedKeepsTheStatedBoundary() {
        BaseImage stated = BaseImage.known(BaseGrade.STATED, 1, null, "Jib.");
        List<KnownBase> others = List.of(KnownBase.of(image("other:1", 2)));
        BaseImage kept = KnownBases.NONE.verify("app:1", APP, stated, others);
        assertThat(kept.grade()).isEqualTo(BaseGrade.STATED);
        assertThat(kept.boundary()).isEqualTo(new BaseBoundary.Known(1));
        assertThat(kept.evidence()).contains("Jib.", "other:1");
        KnownBases listed = new KnownBases(List.of(), List.of(base("debian:13", 1)));
        assertThat(listed.verify("app:1", APP, stated, others).reference())
                .isEqualTo(new BaseImage.Reference("debian:13", null));
    }

    @Test
    void verifyKeepsAStatedNameAboveAKnownBaseOfAnotherName() {
        BaseImage stated = stated("company/java:25", new BaseBoundary.Likely(2));
        BaseImage kept = new KnownBases(List.of(), List.of(base("debian:13", 1))).verify("app:1", APP, stated,
                List.of());
        assertThat(kept.grade()).isEqualTo(BaseGrade.STATED);
        assertThat(kept.boundary()).isEqualTo(new BaseBoundary.Likely(2));
        assertThat(kept.reference()).isEqualTo(stated.reference());
        assertThat(kept.leastLayers()).isEqualTo(1);
        assertThat(kept.evidence()).contains("Provenance.", "debian:13");
        assertThat(new KnownBases(List.of(), List.of(base("debian:13", 2)))
                .verify("app:1", APP, stated, List.of())
                .boundary()).isEqualTo(new BaseBoundary.Unknown());
    }

    /** The stated digest may be that of an index. */
    @Test
    void verifyUsesTheLayersOfAKnownBaseWithTheStatedNameOrDigest() {
        BaseImage stated = stated("docker.io/company/java:25", new BaseBoundary.Unknown());
        KnownBase named = base("company/java:25", 2);
        KnownBase equal = new KnownBase("mirror:1", DIGEST, null, null, named.diffIds());
        for (KnownBase base : List.of(named, equal)) {
            BaseImage verified = new KnownBases(List.of(), List.of(base)).verify("app:1", APP, stated, List.of());
            assertThat(verified.grade()).isEqualTo(BaseGrade.VERIFIED);
            assertThat(verified.boundary()).isEqualTo(new BaseBoundary.Known(2));
        }
    }

    @Test
    void verifyIgnoresAListedBaseWithAllLayersUnlessItsConfigDiffers() {
        KnownBase other = base("java:25", 3);
        assertThat(new KnownBases(List.of(), List.of(other)).verify("app:1", APP, UNKNOWN, List.of()).grade())
                .isEqualTo(BaseGrade.VERIFIED);
        KnownBase withoutId = new KnownBase("java:25", null, null, null, other.diffIds());
        assertThat(new KnownBases(List.of(), List.of(withoutId)).verify("app:1", APP, UNKNOWN, List.of()))
                .isEqualTo(UNKNOWN);
        assertThat(new KnownBases(List.of(withoutId), List.of()).verify("app:1", APP, UNKNOWN, List.of()).grade())
                .isEqualTo(BaseGrade.VERIFIED);
    }

    private static BaseImage stated(String name, BaseBoundary boundary) {
        return new BaseImage(BaseGrade.STATED, boundary, new BaseImage.Reference(name, DIGEST), 0, "Provenance.");
    }

    private static KnownBase base(String name, int layers) {
        return new KnownBase(name, null, Digest.parse("sha256:" + "a".repeat(64)), null,
                APP.config().diffIds().subList(0, layers));
    }

    private static Image image(String name, int layers) {
        InspectionBuilder image = InspectionBuilder.image(name);
        for (int i = 0; i < layers; i++) {
            image.layer("layer " + i);
        }
        return image.build().image();
    }
}
