package dev.tare.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.inspection.Inspection;
import dev.tare.vulnerability.KnownVulnerabilities;
import org.jspecify.annotations.Nullable;

/**
 * The figures in the report of an earlier run.
 *
 * @param values those that the report knows
 * @param layers diff IDs
 * @param vulnerabilities {@code null} if the report has none of a scanner
 */
public record RecordedFigures(String name, Map<Measure, Long> values, List<Line> lines, boolean hasAllLines,
        Set<String> layers, @Nullable KnownVulnerabilities vulnerabilities) implements Figures {

    /** Figures without vulnerabilities. */
    public RecordedFigures(String name, Map<Measure, Long> values, List<Line> lines, boolean hasAllLines,
            Set<String> layers) {
        this(name, values, lines, hasAllLines, layers, null);
    }

    public RecordedFigures {
        values = Map.copyOf(values);
        lines = List.copyOf(lines);
        layers = Set.copyOf(layers);
    }

    @Override
    public Figure of(Measure measure) {
        Long value = this.values.get(measure);
        return value == null ? new Figure.Unknown("the report of " + this.name + " does not state it")
                : new Figure.Known(value);
    }

    @Override
    public boolean hasLayer(String diffId) {
        return this.layers.contains(diffId);
    }

    @Override
    public @Nullable Inspection inspection() {
        return null;
    }
}
