package dev.tare.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps images apart that were saved under one name. */
final class DistinctNames {

    private DistinctNames() {}

    /** The names in their order, every further use of a name with a number behind it. */
    static List<String> of(List<String> names) {
        Set<String> taken = new HashSet<>(names);
        Set<String> used = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            distinct.add(used.add(name) ? name : numbered(name, taken));
        }
        return distinct;
    }

    private static String numbered(String name, Set<String> taken) {
        int number = 2;
        while (!taken.add(name + " (" + number + ")")) {
            number++;
        }
        return name + " (" + number + ")";
    }
}
