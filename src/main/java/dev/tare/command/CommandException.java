package dev.tare.command;

import java.util.List;

/** The command fails, with one masked message for each problem. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> messages;

    CommandException(List<String> messages, List<? extends Throwable> causes) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
        causes.forEach(this::addSuppressed);
    }

    CommandException(String message, Throwable cause) {
        this(List.of(message), List.of(cause));
    }

    List<String> messages() {
        return this.messages;
    }
}
