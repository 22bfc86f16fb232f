package dev.tare.report.section;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.tare.image.ConfigField;
import dev.tare.report.ComparisonReport;
import dev.tare.report.MatrixReport;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import org.jspecify.annotations.Nullable;

/** The fields of the config that differ, even if their visible parts are the same. */
final class ConfigDifferences {

    private final Set<Place> differing = new HashSet<>();

    /** For each image, the places where only the hidden part differs from the first image. */
    private final Map<Integer, Set<Place>> hidden = new HashMap<>();

    private ConfigDifferences() {}

    static ConfigDifferences of(ComparisonReport report) {
        ConfigDifferences differences = new ConfigDifferences();
        for (MatrixReport.ConfigRow row : report.matrix().config().items()) {
            if (row.differs()) {
                add(differences.differing, row);
            }
            for (int image = 0; image < row.images().size(); image++) {
                if (row.images().get(image).hiddenPartDiffers()) {
                    add(differences.hidden.computeIfAbsent(image, _ -> new HashSet<>()), row);
                }
            }
        }
        return differences;
    }

    /**
     * Whether any image differs.
     *
     * @param field {@code null} for a fact that is not a field, which never differs
     * @param key   {@code null} for the field with all its keys
     */
    boolean in(@Nullable ConfigField field, @Nullable String key) {
        return field != null && this.differing.contains(new Place(field, key));
    }

    /** The cell of an image, with a note if only the hidden part of its value differs from that of the first image. */
    Cell marked(Cell cell, int image, @Nullable ConfigField field, @Nullable String key) {
        return field != null && this.hidden.getOrDefault(image, Set.of()).contains(new Place(field, key))
                ? cell.withNote(Line.of("hidden part differs from the first image"))
                : cell;
    }

    private static void add(Set<Place> places, MatrixReport.ConfigRow row) {
        places.add(new Place(row.field(), row.key()));
        places.add(new Place(row.field(), null));
    }

    private record Place(ConfigField field, @Nullable String key) {}
}
