package dev.tare.comparison.version;

import java.util.List;

import dev.tare.ecosystem.java.JavaRuntime.Kind;

/**
 * What is different about a vendor's Java runtimes that two images have, their versions aside.
 *
 * @param fromKinds      of the image that one starts from, in the order of their declaration
 * @param toKinds        of the other image, likewise
 * @param addedModules   that only the other image has, by name
 * @param removedModules that only the first one has, by name
 */
public record RuntimeChange(List<Kind> fromKinds, List<Kind> toKinds, List<String> addedModules,
        List<String> removedModules) {

    public RuntimeChange {
        fromKinds = List.copyOf(fromKinds);
        toKinds = List.copyOf(toKinds);
        addedModules = List.copyOf(addedModules);
        removedModules = List.copyOf(removedModules);
    }
}
