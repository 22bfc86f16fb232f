package dev.tare.version;

import java.util.List;

import dev.tare.inspection.Ecosystems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pairs are from the documentation and tests of each package manager. */
class VersionOrderTests {

    @ParameterizedTest
    @CsvSource({ "1.0~rc1-1, 1.0-1", "1.0-1, 1.0-1+b1", "1.9-1, 1.10-1", "9.9, 1:0.1", "1.0-1, 1.0-1ubuntu1",
            "1.0~~, 1.0~~a", "1.0~~a, 1.0~", "1.0~, 1.0", "1.0, 1.0a", "1.0a, 1.0+", "2.36-9+deb12u4, 2.41-12",
            "0, 0.1", "1.2.3-1, 1.2.3-1.1", "5.2~rc1, 5.2" })
    void dpkgSortsLikeDebianPolicy(String older, String newer) {
        assertOrder("dpkg", older, newer);
    }

    @ParameterizedTest
    @CsvSource({ "1.0, 1.0.1", "1.0.1, 1.0.2", "2.0, 2.0.1a", "5.5p1, 5.5p2", "5.5p1, 5.5p10", "10xyz, 10.1xyz",
            "xyz10, xyz10.1", "xyz.4, 8", "xyz.4, 2", "5.6p1, 6.5p1", "6.0, 6.0.rc1", "1.0~rc1, 1.0", "1.0, 1.0^",
            "1.0^, 1.0.1", "1.0^git1, 1.0^git2", "1.0~rc1^git1, 1.0", "1.0-1.el9, 1.0-2.el9", "9-1, 1:1-1" })
    void rpmSortsLikeItsOwnTests(String older, String newer) {
        assertOrder("rpm", older, newer);
    }

    @ParameterizedTest
    @CsvSource({ "1.0_rc1, 1.0", "1.0, 1.0_p1", "1.0-r1, 1.0-r2", "1.0_alpha2, 1.0_beta1", "1.2.5-r9, 1.2.5-r10",
            "2.38.1, 2.39", "1.0, 1.0a", "1.0a, 1.0b", "0.12.0_pre2, 0.12.0", "1.0, 1.0.1", "1.0_p1, 1.0_p1_p1",
            "6.0_pre1, 6.0_pre1-r1", "1.01, 1.1" })
    void apkSortsLikeItsSpecification(String older, String newer) {
        assertOrder("apk", older, newer);
    }

    @ParameterizedTest
    @CsvSource({ "1, 1.1", "1-snapshot, 1", "1, 1-sp", "1-foo2, 1-foo10", "1-alpha-1, 1-beta-1", "1.0-m3, 1.0-rc1",
            "1.foo, 1-1", "1-1, 1.1", "2.9.9, 2.10", "1-rc1, 1", "1, 1-jre8", "7.0.0-M1, 7.0.0", "25.0.3+9, 25.0.4+9",
            "1-a1, 1-b1", "1.0.0.RC1, 1.0.0.RELEASE", "2.0.0.Alpha2, 2.0.0-M1", "2.0.0-M1, 2.0.0.CR1",
            "1.0-alpha.2, 1.0.beta1", "1.0.Final, 1.0-sp1", "1.0, 1_a7", "1.0.a1, 1.0", "1-1, 1-1.a", "1.1.sp, 1.1.1" })
    void javaSortsLikeMaven(String older, String newer) {
        assertOrder("java", older, newer);
    }

    @ParameterizedTest
    @CsvSource({ "java, 1, 1.0.0", "java, 1, 1.ga", "java, 1-a1, 1-alpha-1", "java, 1-cr1, 1-rc1", "java, 1.0-final, 1",
            "java, 1.0.rc1, 1.0-rc1", "java, 2.0.0.CR1, 2.0.0-RC1", "java, 1.0.a1, 1.0-a1", "java, 1.x2, 1-x2",
            "dpkg, 1.0-0, 1.0", "dpkg, 0:1.00, 1.0", "rpm, 1.0, 1_0", "rpm, 0:1, 1", "apk, 1.0, 1.0-r0" })
    void equalVersionsInAnotherSpellingHaveNoDirection(String ecosystem, String one, String other) {
        assertThat(direction(ecosystem, one, other)).isNull();
        assertThat(direction(ecosystem, other, one)).isNull();
    }

    @Test
    void versionsWithoutADefinedOrderHaveNoDirection() {
        assertThat(direction("npm", "1", "2")).isNull();
        assertThat(direction("apk", "1", "unknown")).isNull();
        assertThat(direction("dpkg", "2.41 amd64", "2.41 arm64")).isNull();
        assertThat(Ecosystems.of("dpkg").versions().direction(List.of("1", "2"), List.of("3"))).isNull();
        assertThat(Ecosystems.of("dpkg").versions().direction(List.of(), List.of("3"))).isNull();
        assertThat(direction("dpkg", "1", "2".repeat(300))).isNull();
    }

    private static void assertOrder(String ecosystem, String older, String newer) {
        assertThat(direction(ecosystem, older, newer)).as("%s to %s", older, newer).isEqualTo(Direction.UPGRADE);
        assertThat(direction(ecosystem, newer, older)).as("%s to %s", newer, older).isEqualTo(Direction.DOWNGRADE);
    }

    private static @Nullable Direction direction(String ecosystem, String from, String to) {
        return Ecosystems.of(ecosystem).versions().direction(List.of(from), List.of(to));
    }
}
