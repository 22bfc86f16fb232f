package dev.tare.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** The JSON schemas of records as they are written down: every property is always there, though it may be null. */
final class RecordSchemas {

    private final SortedMap<String, Object> schemas = new TreeMap<>();

    Map<String, Object> of(Class<?>... records) {
        Arrays.stream(records).forEach(type -> schema(type, Map.of()));
        return this.schemas;
    }

    private Map<String, Object> schema(Type type, Map<String, Type> variables) {
        return switch (type) {
            case TypeVariable<?> variable -> schema(variables.get(variable.getName()), variables);
            case ParameterizedType generic when generic.getRawType() == List.class -> Map.of("type", "array", "items",
                    schema(generic.getActualTypeArguments()[0], variables));
            case ParameterizedType generic when generic.getRawType() == Map.class -> Map.of("type", "object",
                    "additionalProperties", schema(generic.getActualTypeArguments()[1], variables));
            case ParameterizedType generic -> reference((Class<?>) generic.getRawType(),
                    (Class<?>) generic.getActualTypeArguments()[0]);
            case Class<?> plain when plain.isRecord() -> reference(plain, null);
            case Class<?> plain when plain.isEnum() -> Map.of("type", "string", "enum",
                    Arrays.stream(plain.getEnumConstants()).map(Object::toString).toList());
            case Class<?> plain -> simple(plain);
            default -> throw new IllegalArgumentException("No schema for " + type);
        };
    }

    private Map<String, Object> reference(Class<?> type, @Nullable Class<?> argument) {
        String name = argument == null ? type.getSimpleName() : type.getSimpleName() + argument.getSimpleName();
        if (!this.schemas.containsKey(name)) {
            this.schemas.put(name, Map.of());
            this.schemas.put(name, object(type, argument));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> object(Class<?> type, @Nullable Class<?> argument) {
        Map<String, Type> variables = argument == null ? Map.of()
                : Map.of(type.getTypeParameters()[0].getName(), argument);
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Map<String, Object> schema = schema(component.getGenericType(), variables);
            properties.put(component.getName(), isNullable(component.getAnnotatedType()) ? nullable(schema) : schema);
        }
        return Map.of("type", "object", "required", List.copyOf(properties.keySet()), "properties", properties);
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        if (!schema.containsKey("type")) {
            return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
        }
        Map<String, Object> nullable = new LinkedHashMap<>(schema);
        nullable.put("type", List.of(String.valueOf(schema.get("type")), "null"));
        return nullable;
    }

    private static Map<String, Object> simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> Map.of("type", "string");
            case "boolean" -> Map.of("type", "boolean");
            case "int", "Integer" -> Map.of("type", "integer", "format", "int32");
            case "double" -> Map.of("type", "number", "format", "double");
            case "long", "Long" -> Map.of("type", "integer", "format", "int64");
            default -> {
                if (type != Instant.class) {
                    throw new IllegalArgumentException("No schema for " + type);
                }
                yield Map.of("type", "string", "format", "date-time");
            }
        };
    }
}
