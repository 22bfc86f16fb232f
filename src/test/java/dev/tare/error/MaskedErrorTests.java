package dev.tare.error;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import dev.tare.image.InvalidDocumentException;
import dev.tare.image.InvalidValueException;
import dev.tare.secret.FakeTokens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedErrorTests {

    private static final String TOKEN = FakeTokens.withBase62Crc32("gh" + "p", 30);

    @Test
    void stackTraceHidesTheSecretsOfAllMessages() {
        UncheckedIOException error = new UncheckedIOException("see https://me:Leak@host/", new IOException(TOKEN,
                new InvalidDocumentException("config/" + TOKEN, "odd",
                        new InvalidValueException("digest", "x".repeat(100) + " " + TOKEN, "another"))));
        error.addSuppressed(new IllegalStateException("DB_PASSWORD=Leak"));
        assertThat(trace(error)).contains("Leak", TOKEN);
        assertThat(trace(MaskedError.of(error))).doesNotContain("Leak", TOKEN.substring(0, 8))
                .startsWith("java.io.UncheckedIOException: see https://(hidden)@host/")
                .contains("Caused by: java.io.IOException: (hidden)",
                        "Caused by: dev.tare.image.InvalidDocumentException: The document \"config/(hidden)\" cannot be",
                        "Caused by: dev.tare.image.InvalidValueException: Not a valid digest: \"xxx",
                        "Suppressed: java.lang.IllegalStateException: DB_PASSWORD=(hidden)",
                        "at dev.tare.error.MaskedErrorTests.stackTraceHidesTheSecretsOfAllMessages(");
    }

    @Test
    void errorThatIsItsOwnCauseEnds() {
        IOException cause = new IOException("b");
        IOException error = new IOException("a", cause);
        cause.initCause(error);
        assertThat(trace(MaskedError.of(error))).contains("java.io.IOException: a",
                "Caused by: java.io.IOException: b");
    }

    @Test
    void sentenceThatEndsInASecretKeepsItsFullStop() {
        assertThat(MaskedError.message(new IOException("See token=Leak."))).isEqualTo("See token=(hidden).");
        assertThat(MaskedError.message(new InvalidValueException("digest", "x", "token=Leak")))
                .endsWith("Expected token=(hidden).");
    }

    @Test
    void messageThatIsMissingIsNull() {
        assertThat(MaskedError.message(new IOException())).isEqualTo("null");
    }

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
