package dev.tare.image;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DigestTests {

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void parseReadsAlgorithmAndHex() {
        Digest digest = Digest.parse("sha256:" + EMPTY);
        assertThat(digest.algorithm()).isEqualTo("sha256");
        assertThat(digest.hex()).isEqualTo(EMPTY);
        assertThat(digest).hasToString("sha256:" + EMPTY);
    }

    @Test
    void parseReadsSha512() {
        assertThat(Digest.parse("sha512:" + "0a".repeat(64)).hex()).hasSize(128);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "sha256", "sha256:", "sha256:e3b0", "sha1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4",
            "sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
            "sha256:../../../../../../../../../../../../../../../../../../../etc/passw",
            "sha512:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            " sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" })
    void parseWhenTextHasAnotherFormThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Digest.parse(text))
                .satisfies(ex -> assertThat(ex.rule()).startsWith("invalid-digest"))
                .satisfies(ex -> assertThat(text).contains(ex.value()))
                .withMessageContaining("Expected ");
    }

    @Test
    void sha256OfIsTheDigestOfTheContent() {
        assertThat(Digest.sha256Of(new byte[0])).hasToString("sha256:" + EMPTY);
    }

    @Test
    void shortFormHasTwelveCharacters() {
        assertThat(Digest.parse("sha256:" + EMPTY).shortForm()).isEqualTo("e3b0c44298fc");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sha256:" + EMPTY, "sha512:" + EMPTY + EMPTY })
    void aDigestIsRestoredFromItsBytes(String text) {
        assertThat(Digest.of(Digest.parse(text).bytes())).hasToString(text);
    }

    @Test
    void bytesOfAnotherNumberAreNoDigest() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Digest.of(new byte[33]));
    }

    @Test
    void digestsAreOrderedAsTexts() {
        Digest one = Digest.parse("sha256:" + "1".repeat(64));
        Digest two = Digest.parse("sha256:" + "2".repeat(64));
        assertThat(List.of(two, one)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void diffIdReadsAndShowsItsDigest() {
        DiffId diffId = DiffId.parse("sha256:" + EMPTY);
        assertThat(diffId).hasToString("sha256:" + EMPTY);
        assertThat(diffId.shortForm()).isEqualTo("e3b0c44298fc");
        assertThat(diffId).isEqualByComparingTo(new DiffId(Digest.sha256Of(new byte[0])));
    }
}
