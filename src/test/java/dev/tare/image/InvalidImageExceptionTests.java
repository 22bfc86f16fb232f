package dev.tare.image;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
        InvalidImageException exception = new InvalidDocumentException("x😀".repeat(1_000_000), "it is new", null);
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
}
