package dev.tare.report.why;

import java.util.List;

/** An image has no file, folder, package or library with a name. */
public final class UnknownNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param near similar names, the most similar first */
    UnknownNameException(String name, List<String> near) {
        super("The image has no file, folder, package or library \"" + name + "\"."
                + (near.isEmpty() ? "" : " Similar names: " + String.join(", ", near)));
    }
}
