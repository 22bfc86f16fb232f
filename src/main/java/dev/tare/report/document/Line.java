package dev.tare.report.document;

import java.util.ArrayList;
import java.util.List;

import dev.tare.ecosystem.java.runtime.JavaVm;
import dev.tare.report.JavaReport;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Consecutive values on a line. */
public record Line(List<Value> values) {

    public Line {
        values = List.copyOf(values);
    }

    /** The line for people, without markup. */
    public String text() {
        return this.values.stream().map(Value::text).collect(joining());
    }

    /** Whether the line only states what to do. */
    public boolean isAdvice() {
        return this.values.stream().allMatch(Value.Advice.class::isInstance);
    }

    /**
     * Concatenates the parts: a {@code String} becomes words of Tare, a line adds its values, and {@code null} adds
     * nothing.
     */
    public static Line of(@Nullable Object... parts) {
        List<Value> values = new ArrayList<>();
        for (Object part : parts) {
            switch (part) {
                case null -> {}
                case Value value -> values.add(value);
                case Line line -> values.addAll(line.values);
                case String words when words.isEmpty() -> {}
                default -> values.add(new Value.Words(part.toString()));
            }
        }
        return new Line(values);
    }

    /** A count with its noun: {@code 1 jar} or {@code 2 jars}. */
    public static Line count(long number, String one, String many) {
        return of(new Value.Count(number), " " + (number == 1 ? one : many));
    }

    /** A Java runtime: product, version, virtual machine if it is not the usual one, and the number of modules. */
    public static Line runtime(JavaReport.Installation runtime) {
        String version = runtime.runtimeVersion() == null ? runtime.version() : runtime.runtimeVersion();
        return of(new Value.Prose(runtime.title() + " " + (version == null ? "of unknown version" : version)),
                runtime.vm() == JavaVm.OPENJ9 ? " with " + runtime.vm().title() : null,
                runtime.modules().isEmpty() ? null : ", ",
                runtime.modules().isEmpty() ? null : count(runtime.modules().size(), "module", "modules"));
    }

    /** The items with words between them. */
    public static Line joined(List<?> items, String between) {
        List<Object> parts = new ArrayList<>();
        for (Object item : items) {
            if (!parts.isEmpty()) {
                parts.add(between);
            }
            parts.add(item);
        }
        return of(parts.toArray());
    }

    /** Names, paths or versions with commas between them. */
    public static Line codes(List<String> texts) {
        return joined(texts.stream().map(Value.Code::new).toList(), ", ");
    }
}
