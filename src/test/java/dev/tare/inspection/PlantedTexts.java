package dev.tare.inspection;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.tare.image.Digest;
import dev.tare.image.HiddenTexts;
import dev.tare.secret.FakeTokens;
import org.jspecify.annotations.Nullable;

/**
 * Puts a token into every text of a value, in all records that are reachable from it. Texts that are absent get one
 * too. So a field that is added later is covered at once. Objects that are no records stay.
 */
public final class PlantedTexts {

    /** Texts with few possible values. Tare writes them, not an image. */
    private static final Set<String> WRITTEN_BY_TARE = Set.of("OsPackage.manager", "LanguagePackage.manager");

    /** No output contains it. */
    private static final Set<Class<?>> LEFT = Set.of(HiddenTexts.class);

    private final Supplier<String> texts;

    private final Map<String, String> fields = new LinkedHashMap<>();

    private PlantedTexts(Supplier<String> texts) {
        this.texts = texts;
    }

    /** Plants a new token of GitHub in every text. */
    public static PlantedTexts tokens() {
        return new PlantedTexts(() -> FakeTokens.withBase62Crc32("gh" + "p", 30));
    }

    /** The tokens that were planted, and the field of each, such as {@code OsRelease.name}. */
    public Map<String, String> fields() {
        return this.fields;
    }

    /** A copy of a record with planted texts. */
    public <T extends Record> T in(T value) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked")
        T planted = (T) record(value.getClass(), value);
        return planted;
    }

    private Record record(Class<?> type, @Nullable Object value) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            components[i].getAccessor().setAccessible(true);
            Object old = value == null ? null : components[i].getAccessor().invoke(value);
            values[i] = planted(name(components[i]), components[i].getGenericType(), old);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return (Record) constructor.newInstance(values);
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    private @Nullable Object planted(String field, Type type, @Nullable Object old)
            throws ReflectiveOperationException {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (raw == String.class) {
            return WRITTEN_BY_TARE.contains(field) ? old : text(field);
        }
        if (type instanceof ParameterizedType generic && Collection.class.isAssignableFrom(raw)) {
            return collection(field, raw, generic.getActualTypeArguments()[0], (Collection<?>) old);
        }
        if (type instanceof ParameterizedType generic && raw == Map.class) {
            return map(field, generic.getActualTypeArguments(), (Map<?, ?>) old);
        }
        Class<?> actual = old == null ? raw : old.getClass();
        if (actual.isRecord() && !Digest.class.isAssignableFrom(actual) && !LEFT.contains(actual)) {
            return record(actual, old);
        }
        return old == null ? absent(raw) : old;
    }

    private String text(String field) {
        String text = this.texts.get();
        this.fields.put(text, field);
        return text;
    }

    private Collection<?> collection(String field, Class<?> raw, Type element, @Nullable Collection<?> old)
            throws ReflectiveOperationException {
        Collection<Object> all = new ArrayList<>();
        for (Object one : old == null ? List.of() : old) {
            all.add(planted(field, element, one));
        }
        if (all.isEmpty() && (element == String.class || (element instanceof Class<?> type && type.isRecord()))) {
            all.add(planted(field, element, null));
        }
        return SortedSet.class == raw ? new TreeSet<>(all) : Set.class == raw ? new HashSet<>(all) : all;
    }

    private Map<?, ?> map(String field, Type[] types, @Nullable Map<?, ?> old) throws ReflectiveOperationException {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : old == null ? Set.<Map.Entry<?, ?>>of() : old.entrySet()) {
            all.put(planted(field, types[0], entry.getKey()), planted(field, types[1], entry.getValue()));
        }
        if (all.isEmpty() && types[0] == String.class && types[1] == String.class) {
            all.put(text(field), text(field));
        }
        return all;
    }

    /** A value for a component that the image does not have. */
    private static @Nullable Object absent(Class<?> type) {
        return type == int.class ? (Object) 0
                : type == long.class ? (Object) 0L
                : type == boolean.class ? (Object) false
                : type == Duration.class ? Duration.ZERO
                : type == Instant.class ? Instant.EPOCH
                : type == Digest.class ? Digest.sha256Of(new byte[0])
                : type.isEnum() ? type.getEnumConstants()[0]
                : null;
    }

    /** The names of the text fields of all records that are reachable from a type. */
    public static Set<String> fieldsOf(Class<?> type) {
        Set<String> names = new TreeSet<>();
        addFields(type, names, new HashSet<>());
        names.removeAll(WRITTEN_BY_TARE);
        return names;
    }

    private static void addFields(Class<?> type, Set<String> names, Set<Class<?>> seen) {
        if (!seen.add(type) || !type.getName().startsWith("dev.tare.") || Digest.class.isAssignableFrom(type)
                || LEFT.contains(type)) {
            return;
        }
        if (type.isSealed() && Modifier.isAbstract(type.getModifiers())) {
            for (Class<?> one : type.getPermittedSubclasses()) {
                addFields(one, names, seen);
            }
        }
        for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
            Type[] types = component.getGenericType() instanceof ParameterizedType generic
                    ? generic.getActualTypeArguments()
                    : new Type[] { component.getType() };
            for (Type one : types) {
                if (one == String.class) {
                    names.add(name(component));
                } else if (one instanceof Class<?> other) {
                    addFields(other, names, seen);
                }
            }
        }
    }
}
