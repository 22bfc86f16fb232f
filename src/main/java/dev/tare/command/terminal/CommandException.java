package dev.tare.command.terminal;

import java.util.List;

/** The command fails, with one masked message for each problem. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> messages;

    /** A failure with several problems. */
    public CommandException(List<String> messages, List<? extends Throwable> causes) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
        causes.forEach(this::addSuppressed);
    }

    /** A failure with one problem. */
    public CommandException(String message, Throwable cause) {
        this(List.of(message), List.of(cause));
    }

    /** The masked messages, one for each problem. */
    public List<String> messages() {
        return this.messages;
    }
}
