package dev.tare.inspection;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.ecosystem.Dependencies;
import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.DeletedNames;
import dev.tare.filetree.FileTree;
import dev.tare.inspection.Inspection.Software;
import dev.tare.inspection.Inspection.Weight;
import dev.tare.inspection.system.SystemFiles;
import org.jspecify.annotations.Nullable;

/**
 * All facts of an inspection by the name of the component, to compare two inspections. New components are included. If a
 * component has no {@code equals}, the comparison fails.
 */
final class InspectionFacts {

    private static final Set<Class<?>> GROUPS = Set.of(Weight.class, Software.class, SystemFiles.class);

    private InspectionFacts() {}

    static Map<String, @Nullable Object> of(Inspection inspection) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (RecordComponent component : Inspection.class.getRecordComponents()) {
            Object value = valueOf(component, inspection);
            if (value != null && GROUPS.contains(component.getType())) {
                for (RecordComponent one : component.getType().getRecordComponents()) {
                    facts.put(one.getName(), comparable(valueOf(one, value), inspection.files()));
                }
            } else {
                facts.put(component.getName(), comparable(value, inspection.files()));
            }
        }
        return facts;
    }

    /** The names of all components. The components of a group replace the group. */
    static Stream<String> names() {
        return Stream.of(Inspection.class.getRecordComponents())
                .flatMap(component -> GROUPS.contains(component.getType())
                        ? Stream.of(component.getType().getRecordComponents())
                        : Stream.of(component))
                .map(RecordComponent::getName);
    }

    private static @Nullable Object valueOf(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException("A record has lost its accessor " + component, ex);
        }
    }

    /** Converts the types that are not records. Their internal numbers can differ between passes. */
    private static @Nullable Object comparable(@Nullable Object value, FileTree files) {
        return switch (value) {
            case FileTree tree -> tree.entries();
            case DeletedNames deleted -> IntStream.range(0, deleted.size())
                    .mapToObj(row -> deleted.layer(row) + " " + deleted.path(row))
                    .toList();
            case Dependencies dependencies -> IntStream.range(0, dependencies.size())
                    .mapToObj(i -> dependencies.of(i) == null ? List.of() : dependencies.of(i).boxed().toList())
                    .toList();
            case FileOwners owners -> List.of(owners.isKnown(), owners.heapSize(), files.entries()
                    .stream()
                    .map(file -> String.valueOf(owners.ownerOf(file.path())))
                    .toList());
            case null, default -> value;
        };
    }
}
