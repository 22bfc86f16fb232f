package dev.tare.inspection;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an inspection knows, by the name of its component, to be held against another's. A component that is
 * new is among them, and one that no {@code equals} tells from another makes whoever compares two inspections fail.
 */
final class InspectionFacts {

    private InspectionFacts() {}

    static Map<String, @Nullable Object> of(Inspection inspection) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (RecordComponent component : Inspection.class.getRecordComponents()) {
            facts.put(component.getName(), comparable(valueOf(component, inspection), inspection.files()));
        }
        return facts;
    }

    private static @Nullable Object valueOf(RecordComponent component, Inspection inspection) {
        try {
            return component.getAccessor().invoke(inspection);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException("A record has lost its accessor " + component, ex);
        }
    }

    /** The two that are no records, and keep what they know by numbers that another pass may give otherwise. */
    private static @Nullable Object comparable(@Nullable Object value, FileTree files) {
        return switch (value) {
            case FileTree tree -> tree.entries();
            case FileOwners owners -> List.of(owners.isKnown(), owners.heapSize(), files.entries()
                    .stream()
                    .map(file -> String.valueOf(owners.ownerOf(file.path())))
                    .toList());
            case null, default -> value;
        };
    }
}
