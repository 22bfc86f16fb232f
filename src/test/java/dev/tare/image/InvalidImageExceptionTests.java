package dev.tare.image;

import java.nio.charset.StandardCharsets;

import dev.tare.fixture.Scale;
import dev.tare.secret.FakeTokens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InvalidImageExceptionTests {

    @Test
    void messageAndEntryCannotSteerATerminal() {
        InvalidImageException exception = new InvalidDocumentException("a\u001b[31m\nb\u202e", "it is new", null);
        assertThat(exception.entry()).isEqualTo("a?[31m?b?");
        assertThat(exception).hasMessage("The document \"a?[31m?b?\" cannot be read: it is new. Save the image again "
                + "with a current tool.");
    }

    @Test
    void aLongNameIsShownInPart() {
        InvalidImageException exception = new InvalidDocumentException(
                "x😀".repeat(Scale.of("tare.names.length", 100_000, 1_000_000)), "it is new", null);
        assertThat(exception.entry()).hasSizeBetween(990, 1_000).startsWith("x😀").endsWith("😀").contains("…");
        assertThat(exception.getMessage()).hasSizeBetween(1_990, 2_000)
                .startsWith("The document \"x😀")
                .endsWith("it is new. Save the image again with a current tool.");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(exception.getMessage())).isTrue();
    }

    @Test
    void aLongValueIsShownInPart() {
        InvalidValueException exception = new InvalidValueException("digest", "x".repeat(1000), "another");
        assertThat(exception.value()).hasSize(1000);
        assertThat(exception.getMessage()).hasSizeLessThan(200).contains("x…\". Expected another.");
    }

    @Test
    void neitherMessageNorEntryShowsASecret() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        InvalidImageException exception =
                new InvalidDocumentException("app/" + token, "DB_PASSWORD=hunter2 is not a string", null);
        assertThat(exception.entry()).isEqualTo("app/(hidden)");
        assertThat(exception).hasMessage("The document \"app/(hidden)\" cannot be read: DB_PASSWORD=(hidden) is not a "
                + "string. Save the image again with a current tool.");
    }

    /** Of half a token nothing would tell that it is one. */
    @Test
    void secretIsHiddenBeforeTheTextIsCut() {
        for (int before = 0; before < 130; before++) {
            String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
            assertThat(new InvalidValueException("digest", "x ".repeat(before) + token, "another").getMessage())
                    .doesNotContain(token.substring(0, 8));
            assertThat(new InvalidDocumentException("x ".repeat(before * 10) + token + " x".repeat(2_000), "", null)
                    .getMessage()).doesNotContain(token.substring(0, 8), token.substring(token.length() - 8));
        }
    }

    @Test
    void documentThatIsNoJsonIsNotQuoted() {
        assertThatThrownBy(() -> Manifest.parse("manifest", "{\"a\": hunter2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("it is not JSON")
                .hasMessageNotContaining("hunter2");
    }
}
