package dev.tare.image;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import dev.tare.fixture.Scale;
import dev.tare.secret.FakeKeys;
import dev.tare.secret.FakeTokens;
import dev.tare.secret.redaction.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InvalidImageExceptionTests {

    private static final UnaryOperator<String> MASKING = Redaction::text;

    @Test
    void messageAndEntryCannotControlATerminal() {
        InvalidImageException exception = new InvalidDocumentException("a\u001b[31m\nb\u202e", "it is new", null);
        assertThat(exception.entry(MASKING)).isEqualTo("a?[31m?b?");
        assertThat(exception.message(MASKING))
                .isEqualTo("The document \"a?[31m?b?\" cannot be read: it is new. Save the image again "
                        + "with a current tool.");
    }

    @Test
    void aLongNameIsShownInPart() {
        InvalidImageException exception = new InvalidDocumentException(
                "x😀".repeat(Scale.of("tare.names.length", 100_000, 1_000_000)), "it is new", null);
        assertThat(exception.entry(MASKING)).hasSizeBetween(990, 1_000).startsWith("x😀").endsWith("😀").contains("…");
        assertThat(exception.message(MASKING)).hasSizeBetween(1_990, 2_000)
                .startsWith("The document \"x😀")
                .endsWith("it is new. Save the image again with a current tool.");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(exception.message(MASKING))).isTrue();
    }

    @Test
    void aLongValueIsShownInPart() {
        InvalidValueException exception = new InvalidValueException("digest", "x".repeat(1000), "another");
        assertThat(exception.value()).hasSize(1000);
        assertThat(exception.message(MASKING)).hasSizeLessThan(200).contains("x…\". Expected another.");
    }

    @Test
    void neitherMessageNorEntryShowsASecret() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        InvalidImageException exception =
                new InvalidDocumentException("app/" + token, "DB_PASSWORD=hunter2 is not a string", null);
        assertThat(exception.entry(MASKING)).isEqualTo("app/(hidden)");
        assertThat(exception.message(MASKING))
                .isEqualTo("The document \"app/(hidden)\" cannot be read: DB_PASSWORD=(hidden) is not a "
                        + "string. Save the image again with a current tool.");
    }

    /** Half a token has no form that masking detects. */
    @Test
    void secretIsHiddenBeforeTheTextIsCut() {
        for (int before = 0; before < 130; before++) {
            String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
            assertThat(new InvalidValueException("digest", "x ".repeat(before) + token, "another").message(MASKING))
                    .doesNotContain(token.substring(0, 8));
            assertThat(new InvalidDocumentException("x ".repeat(before * 10) + token + " x".repeat(2_000), "", null)
                    .message(MASKING)).doesNotContain(token.substring(0, 8), token.substring(token.length() - 8));
        }
    }

    /** A text of this length is not masked as a whole. Its many secrets take little room in the shown text. */
    @Test
    void secretIsHiddenWhereALongTextIsCut() {
        String key = FakeKeys.pkcs1();
        for (int before = 0; before < 2_000; before += 40) {
            String text = "x".repeat(before) + " " + key.repeat(400);
            InvalidImageException exception = new InvalidDocumentException(text, "is odd", null);
            assertThat(exception.message(MASKING)).doesNotContain(key.substring(100, 120), key.substring(600, 620));
            assertThat(exception.entry(MASKING)).doesNotContain(key.substring(100, 120));
            assertThat(new InvalidValueException("digest", text, "another").message(MASKING))
                    .doesNotContain(key.substring(100, 120), key.substring(600, 620));
        }
    }

    /** The longest key ends after the part that masking reads. */
    @ParameterizedTest
    @ValueSource(ints = { 8_000, 11_000, 40_000 })
    void longKeyIsHiddenWhereALongTextIsCut(int bytes) {
        String key = FakeKeys.openSsh("none", bytes);
        InvalidImageException exception =
                new InvalidDocumentException("x ".repeat(200) + key + "y ".repeat(30_000), "is odd", null);
        assertThat(exception.message(MASKING)).doesNotContain("AAAAAAAA");
        assertThat(exception.entry(MASKING)).doesNotContain("AAAAAAAA");
    }

    @ParameterizedTest
    @ValueSource(ints = { 100, 1_000, 2_000, 4_000, 6_000 })
    void longKeyAtTheEndOfALongTextIsHidden(int behind) {
        String text = "x ".repeat(30_000) + FakeKeys.openSsh("none", 11_000) + "y ".repeat(behind);
        assertThat(new InvalidDocumentException(text, "is odd", null).entry(MASKING)).doesNotContain("AAAAAAAA");
    }

    @Test
    void secretAtTheCutOfAValueInADocumentIsHidden() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        for (int before = 0; before < 130; before++) {
            String config = "{\"rootfs\":{\"diff_ids\":[\"" + "x ".repeat(before) + token + "\"]}}";
            assertThatThrownBy(() -> ImageConfig.parse("config", config.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(InvalidDocumentException.class, ex -> assertThat(ex.message(MASKING))
                            .hasSizeLessThan(400)
                            .doesNotContain(token.substring(0, 8)));
        }
    }

    @Test
    void documentThatIsNotJsonIsNotQuoted() {
        assertThatThrownBy(() -> Manifest.parse("manifest", "{\"a\": hunter2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("it is not JSON")
                .hasMessageNotContaining("hunter2");
    }
}
