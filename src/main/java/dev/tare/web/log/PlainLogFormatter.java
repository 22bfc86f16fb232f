package dev.tare.web.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import dev.tare.report.document.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/**
 * Formats an event as one line: time, level, thread, logger and message. The stack trace of an error follows on
 * indented lines. No text of a client or an image can begin a line.
 */
final class PlainLogFormatter implements StructuredLogFormatter<ILoggingEvent> {

    /** Its reports on a failed start have several lines. No client can cause one. */
    private static final String START_REPORTER = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());

    private static final String INDENT = "\tat ";

    @Override
    public String format(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(200);
        line.append(TIME.format(event.getInstant()))
                .append(" %-5s [".formatted(event.getLevel()))
                .append(VisibleText.of(event.getThreadName()))
                .append("] ")
                .append(event.getLoggerName())
                .append(" : ")
                .append(message(event))
                .append('\n');
        append(event.getThrowableProxy(), "", line);
        return line.toString();
    }

    private static String message(ILoggingEvent event) {
        String message = String.valueOf(event.getFormattedMessage());
        return event.getLoggerName().equals(START_REPORTER) ? VisibleText.ofLines(message) : VisibleText.of(message);
    }

    private static void append(@Nullable IThrowableProxy error, String relation, StringBuilder text) {
        if (error == null) {
            return;
        }
        text.append(relation).append(error.getClassName());
        if (error.getMessage() != null) {
            text.append(": ").append(VisibleText.of(error.getMessage()));
        }
        text.append('\n');
        StackTraceElementProxy[] frames = error.getStackTraceElementProxyArray();
        for (int i = 0; i < frames.length - error.getCommonFrames(); i++) {
            text.append(INDENT).append(frames[i].getStackTraceElement()).append('\n');
        }
        for (IThrowableProxy suppressed : error.getSuppressed()) {
            append(suppressed, "\tSuppressed: ", text);
        }
        append(error.getCause(), "Caused by: ", text);
    }
}
