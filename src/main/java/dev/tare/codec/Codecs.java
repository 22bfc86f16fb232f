package dev.tare.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Derives codecs from types: records, enums, lists, maps, strings, {@code int}, {@code long} and {@code boolean}. The
 * types of interfaces must be listed, and other classes need their own codec.
 * Components may be {@code null}, but elements of collections are not. Used by one thread; the codecs are for several.
 */
public final class Codecs {

    private final Map<Class<?>, Codec<Object>> codecs = new HashMap<>();

    private final Map<Class<?>, List<Class<?>>> listed = new HashMap<>();

    private final SortedSet<String> shapes = new TreeSet<>();

    public Codecs() {
        with(String.class, BasicCodecs.TEXT);
        Stream.of(int.class, Integer.class).forEach(type -> put(type, BasicCodecs.INT));
        Stream.of(long.class, Long.class).forEach(type -> put(type, BasicCodecs.LONG));
        Stream.of(boolean.class, Boolean.class).forEach(type -> put(type, BasicCodecs.BOOLEAN));
    }

    /** Uses this codec for a type. */
    public <T> Codecs with(Class<T> type, Codec<T> codec) {
        put(type, codec);
        return this;
    }

    /** Lists all types that a component of an interface may have. Their order is part of the form. */
    public <T> Codecs with(Class<T> type, List<? extends Class<? extends T>> types) {
        this.listed.put(type, List.copyOf(types));
        return this;
    }

    /**
     * The codec of a type.
     *
     * @throws IllegalArgumentException if the type, or one that it contains, has no form
     */
    public <T> Codec<T> of(Class<T> type) {
        return cast(ofClass(type));
    }

    /** The codec of lists of a type. */
    public <T> Codec<List<T>> ofList(Class<T> type) {
        return cast(BasicCodecs.list(ofClass(type)));
    }

    /** The records, enums and lists of types so far, line by line. Two forms with the same shapes are the same. */
    public String shapes() {
        return String.join("\n", this.shapes);
    }

    /** A component may be {@code null}, unless it is a primitive or a collection. */
    private Codec<Object> ofComponent(Type type) {
        return switch (type) {
            case ParameterizedType generic -> ofCollection(generic);
            case Class<?> one when one.isPrimitive() || one == String.class -> ofClass(one);
            case Class<?> one -> BasicCodecs.nullable(ofClass(one));
            default -> throw new IllegalArgumentException(type + " has no form");
        };
    }

    private Codec<Object> ofCollection(ParameterizedType type) {
        List<Codec<Object>> arguments = Stream.of(type.getActualTypeArguments()).map(this::ofElement).toList();
        if (type.getRawType() == List.class) {
            return cast(BasicCodecs.list(arguments.getFirst()));
        }
        if (type.getRawType() == Map.class) {
            return cast(BasicCodecs.map(arguments.getFirst(), arguments.getLast()));
        }
        throw new IllegalArgumentException(type + " has no form");
    }

    private Codec<Object> ofElement(Type type) {
        return switch (type) {
            case ParameterizedType generic -> ofCollection(generic);
            case Class<?> one -> ofClass(one);
            default -> throw new IllegalArgumentException(type + " has no form");
        };
    }

    private Codec<Object> ofClass(Class<?> type) {
        Codec<Object> known = this.codecs.get(type);
        if (known != null) {
            return known;
        }
        List<Class<?>> types = this.listed.get(type);
        if (types != null) {
            return choice(type, types);
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isEnum()) {
            this.shapes.add(type.getName() + " is one of "
                    + Stream.of(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList());
            return put(type, BasicCodecs.choice(List.of(type.getEnumConstants())));
        }
        throw new IllegalArgumentException(type + " has no form");
    }

    private Codec<Object> choice(Class<?> type, List<Class<?>> types) {
        this.shapes.add(type.getName() + " is one of " + types);
        ChoiceCodec codec = new ChoiceCodec(types);
        put(type, codec);
        codec.complete(types.stream().map(this::ofClass).toList());
        return codec;
    }

    private Codec<Object> record(Class<?> type) {
        RecordCodec codec = new RecordCodec(type);
        put(type, codec);
        this.shapes.add(type.getName() + " has " + Stream.of(type.getRecordComponents())
                .map(part -> part.getName() + " of " + part.getGenericType())
                .toList());
        codec.complete(Stream.of(type.getRecordComponents()).map(part -> ofComponent(part.getGenericType())).toList());
        return codec;
    }

    private Codec<Object> put(Class<?> type, Codec<?> codec) {
        this.codecs.put(type, cast(codec));
        return cast(codec);
    }

    /** The static types of components guarantee the types of values. */
    @SuppressWarnings("unchecked")
    private static <T> Codec<T> cast(Codec<?> codec) {
        return (Codec<T>) codec;
    }
}
