package dev.tare.cache;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.content.Finding;
import dev.tare.content.PathList;
import dev.tare.image.Digest;
import dev.tare.inspection.Inspector;
import org.jspecify.annotations.Nullable;

/** Makes values of the types of records: any texts and numbers, every constant, and {@code null} where it is allowed. */
final class ArbitraryValues {

    private static final List<String> TEXTS = List.of("", "a", "1.2.3", "/usr/bin/x", "\u00e4\ud83d\ude00", "\ud800",
            "JAVA_VERSION");

    private final Random random = new Random(11);

    private int depth;

    Object of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> collection(generic);
            case Class<?> one -> ofClass(one);
            default -> throw new IllegalArgumentException("A component has the type " + type);
        };
    }

    private Object collection(ParameterizedType type) {
        Type element = type.getActualTypeArguments()[0];
        if (type.getRawType() == Map.class) {
            return Map.of(of(element), of(type.getActualTypeArguments()[1]));
        }
        if (type.getRawType() != List.class) {
            throw new IllegalArgumentException("A component has the type " + type);
        }
        return IntStream.range(0, this.random.nextInt(3)).mapToObj(_ -> of(element)).toList();
    }

    private Object ofClass(Class<?> type) {
        if (type == String.class) {
            return one(TEXTS);
        }
        if (type == int.class || type == Integer.class) {
            return this.random.nextInt();
        }
        if (type == long.class || type == Long.class) {
            return this.random.nextLong();
        }
        if (type == boolean.class) {
            return this.random.nextBoolean();
        }
        if (type == PathList.class) {
            PathList.Builder paths = new PathList.Builder();
            IntStream.range(0, this.random.nextInt(4)).forEach(_ -> paths.add(one(TEXTS)));
            return paths.build();
        }
        if (type == Digest.class) {
            return this.random.nextBoolean() ? Digest.sha256Of(one(TEXTS).getBytes())
                    : Digest.of("sha512", "ab".repeat(64));
        }
        if (type == Finding.class) {
            List<Class<? extends Finding>> findings = Inspector.findings();
            return of(this.depth > 3 ? findings.getLast() : one(findings));
        }
        return type.isEnum() ? one(List.of(type.getEnumConstants())) : record(type);
    }

    private Object record(Class<?> type) {
        this.depth++;
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = Stream.of(parts).map(part -> nullable(part.getAnnotatedType())).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            this.depth--;
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException(type + " is not a record that accepts any components", ex);
        }
    }

    private @Nullable Object nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class) && this.random.nextInt(3) == 0 ? null : of(type.getType());
    }

    private <T> T one(List<T> of) {
        return of.get(this.random.nextInt(of.size()));
    }
}
