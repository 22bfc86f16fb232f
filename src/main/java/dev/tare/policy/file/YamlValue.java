package dev.tare.policy.file;

import java.util.List;

/** A value of a YAML document, with its place. */
sealed interface YamlValue {

    /** Where it begins. */
    Place place();

    /** Any scalar, as written. */
    record Text(String text, Place place) implements YamlValue {}

    record Items(List<YamlValue> items, Place place) implements YamlValue {}

    /** A mapping. Its names are distinct. */
    record Fields(List<Field> fields, Place place) implements YamlValue {}

    /** @param place of the name */
    record Field(String name, Place place, YamlValue value) {}

    /** A place in a text, counted from 1. */
    record Place(int line, int column) {}
}
