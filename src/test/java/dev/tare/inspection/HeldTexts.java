package dev.tare.inspection;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * All texts that are reachable from an object through fields, joined into one text.
 */
final class HeldTexts {

    private final StringBuilder texts = new StringBuilder();

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Deque<Object> next = new ArrayDeque<>();

    private HeldTexts() {}

    static String of(Object root) throws IllegalAccessException {
        HeldTexts held = new HeldTexts();
        held.add(root);
        while (!held.next.isEmpty()) {
            held.visit(held.next.pop());
        }
        return held.texts.toString();
    }

    private void add(@Nullable Object value) {
        if (value != null && this.seen.add(value)) {
            this.next.push(value);
        }
    }

    private void visit(Object value) throws IllegalAccessException {
        switch (value) {
            case CharSequence text -> this.texts.append(text).append('\n');
            case byte[] bytes -> this.texts.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
            case char[] chars -> this.texts.append(chars).append('\n');
            case Object[] values -> Arrays.asList(values).forEach(this::add);
            case Collection<?> values -> values.forEach(this::add);
            case Optional<?> optional -> optional.ifPresent(this::add);
            case Map<?, ?> map -> map.forEach((key, mapped) -> {
                add(key);
                add(mapped);
            });
            default -> visitFields(value);
        }
    }

    private void visitFields(Object value) throws IllegalAccessException {
        for (Class<?> type = value.getClass(); type != null && type.getName().startsWith("dev.tare."); type =
                type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    add(field.get(value));
                }
            }
        }
    }
}
