package dev.tare.report.why;

import java.util.List;
import java.util.stream.Collectors;

/** Several libraries or other owners of files have a name. */
public final class AmbiguousNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 5;

    /** @param fullNames of all these owners */
    AmbiguousNameException(String name, List<String> fullNames) {
        super("The name \"" + name + "\" has several meanings. Pass one of these names: "
                + fullNames.stream().limit(MOST).map(full -> '"' + full + '"').collect(Collectors.joining(", "))
                + (fullNames.size() > MOST ? " and " + (fullNames.size() - MOST) + " more" : ""));
    }
}
