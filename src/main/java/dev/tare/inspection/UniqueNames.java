package dev.tare.inspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Numbers names that are equal after masking, so that they stay different names. */
final class UniqueNames {

    private final Runnable step;

    private final Set<String> taken = new HashSet<>();

    /** The next number to try for each name. */
    private final Map<String, Integer> next = new HashMap<>();

    /** @param step runs before each attempt */
    UniqueNames(Runnable step) {
        this.step = step;
    }

    /** The name if it is new, otherwise the name with the first number that makes it new. */
    String of(String name) {
        String unique = name;
        while (!this.taken.add(unique)) {
            this.step.run();
            unique = name + " (" + this.next.merge(name, 2, (number, ignored) -> number + 1) + ")";
        }
        return unique;
    }
}
