package dev.tare.policy.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document from its events. Scalars stay texts, so {@code no} and {@code 1.10} keep their form. Aliases are
 * errors, so the values are at most as large as the text.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2.2</a>
 */
final class YamlReader {

    private static final int MAX_DEPTH = 8;

    private static final YamlValue.Place START = new YamlValue.Place(1, 1);

    private final Iterator<Event> events;

    /** The end of the last event. */
    private Optional<Mark> end = Optional.empty();

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    /**
     * Reads a document. An empty one is a mapping without fields.
     *
     * @param most the maximum number of characters
     * @throws InvalidPolicyFileException if the text is not one YAML document, or has an alias
     */
    static YamlValue read(String text, int most) {
        if (text.length() > most) {
            throw problem("the file has more than " + most + " characters", Optional.empty());
        }
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(most).setUseMarks(true).build();
        try {
            return new YamlReader(new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException ex) {
            throw problem(String.valueOf(ex.getProblem()), ex.getProblemMark());
        } catch (YamlEngineException ex) {
            throw problem(String.valueOf(ex.getMessage()), Optional.empty());
        }
    }

    private YamlValue document() {
        Event event = next();
        if (event.getEventId() != Event.ID.DocumentStart) {
            return new YamlValue.Fields(List.of(), START);
        }
        YamlValue value = value(next(), 1);
        next();
        Event end = next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw problem("there is a second document", end.getStartMark());
        }
        return value instanceof YamlValue.Text(String text, YamlValue.Place place) && text.isEmpty()
                ? new YamlValue.Fields(List.of(), place)
                : value;
    }

    private Event next() {
        Event event;
        try {
            event = this.events.next();
        } catch (IllegalArgumentException _) {
            // SnakeYAML Engine parses the digits of an escape before it checks them.
            throw problem("an escape after a backslash is invalid", this.end);
        }
        this.end = event.getEndMark();
        return event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.Comment ? next() : event;
    }

    private YamlValue value(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw problem("the values are nested more than " + MAX_DEPTH + " levels deep", event.getStartMark());
        }
        return switch (event) {
            case ScalarEvent scalar -> new YamlValue.Text(scalar.getValue(), place(event.getStartMark()));
            case SequenceStartEvent _ -> items(place(event.getStartMark()), depth);
            case MappingStartEvent _ -> fields(place(event.getStartMark()), depth);
            case AliasEvent _ -> throw problem("aliases are not supported; repeat the value", event.getStartMark());
            default -> throw problem("a value is expected", event.getStartMark());
        };
    }

    private YamlValue items(YamlValue.Place place, int depth) {
        List<YamlValue> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(value(event, depth + 1));
        }
        return new YamlValue.Items(items, place);
    }

    private YamlValue fields(YamlValue.Place place, int depth) {
        List<YamlValue.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (!(event instanceof ScalarEvent name)) {
                throw problem("a name is expected before the colon", event.getStartMark());
            }
            if (!names.add(name.getValue())) {
                throw problem("\"" + name.getValue() + "\" is there twice", event.getStartMark());
            }
            fields.add(new YamlValue.Field(name.getValue(), place(event.getStartMark()), value(next(), depth + 1)));
        }
        return new YamlValue.Fields(fields, place);
    }

    private static YamlValue.Place place(Optional<Mark> mark) {
        return mark.map(one -> new YamlValue.Place(one.getLine() + 1, one.getColumn() + 1)).orElse(START);
    }

    private static InvalidPolicyFileException problem(String message, Optional<Mark> mark) {
        return new InvalidPolicyFileException(List.of(new FileProblem(place(mark), message)));
    }
}
