package dev.tare.web.log;

import java.time.Instant;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainLogFormatterTests {

    private static final String FORGED = "x\n2026-11-29T10:00:00.000Z ERROR [main] forged";

    private final PlainLogFormatter formatter = new PlainLogFormatter();

    @Test
    void eventIsOneLineWithTimeLevelThreadLoggerAndMessage() {
        assertThat(format("dev.tare.Some", "All is well", null))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\S+ WARN  \\[main] dev\\.tare\\.Some : All is well\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { FORGED, "a\rb", "a\u001b[2Jb", "a\u009b2Jb", "a\u0085b", "a\u2028b", "a\u202eb", "a\u007fb" })
    void messageCannotForgeALine(String message) {
        assertThat(format("dev.tare.Some", message, null)).hasLineCount(1)
                .doesNotContain("\r", "\u001b", "\u009b", "\u0085", "\u2028", "\u202e", "\u007f");
    }

    @Test
    void messagesOfAnErrorAndOfItsCausesCannotForgeALine() {
        IllegalStateException error = new IllegalStateException(FORGED, new IllegalArgumentException(FORGED));
        error.addSuppressed(new IllegalStateException(FORGED));
        assertThat(format("dev.tare.Some", "failed", error).lines().skip(1))
                .allMatch(line -> line.matches("(\tat |\tSuppressed: |Caused by: )?[\\w.$]+.*"))
                .noneMatch(line -> line.startsWith("2026"))
                .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: x\\n"))
                .anyMatch(line -> line.startsWith("\tSuppressed: java.lang.IllegalStateException: x\\n"));
    }

    @Test
    void reportOfAFailedStartKeepsItsLines() {
        assertThat(format("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "\n\na\n\nb", null))
                .endsWith(": \n\na\n\nb\n");
    }

    private String format(String logger, String message, Throwable error) {
        LoggingEvent event = new LoggingEvent(getClass().getName(), new LoggerContext().getLogger(logger), Level.WARN,
                message, error, null);
        event.setThreadName("main");
        event.setInstant(Instant.EPOCH);
        return this.formatter.format(event);
    }
}
