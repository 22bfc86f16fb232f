package dev.tare.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** Writes a record as its components, and reads it with its constructor. The record may be private to its package. */
final class RecordCodec implements Codec<Object> {

    private final Class<?> type;

    private final List<Method> accessors;

    private final Constructor<?> constructor;

    private List<Codec<Object>> components = List.of();

    RecordCodec(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        if (parts.length == 0) {
            throw new IllegalArgumentException(type + " has no component, so a list of it has no bound");
        }
        this.type = type;
        this.accessors = Stream.of(parts).map(RecordComponent::getAccessor).toList();
        this.accessors.forEach(accessor -> accessor.setAccessible(true));
        try {
            this.constructor = type
                    .getDeclaredConstructor(Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException ex) {
            throw new IllegalStateException("Every record has a constructor for its components", ex);
        }
        this.constructor.setAccessible(true);
    }

    /** Sets the codecs of the components. They come later, because a record may contain itself. */
    void complete(List<Codec<Object>> components) {
        this.components = List.copyOf(components);
    }

    @Override
    public void write(Object value, ByteWriter out) {
        for (int i = 0; i < this.accessors.size(); i++) {
            this.components.get(i).write(component(value, i), out);
        }
    }

    private Object component(Object value, int index) {
        try {
            return this.accessors.get(index).invoke(value);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException("A component of " + this.type + " cannot be read", ex);
        }
    }

    @Override
    public Object read(ByteReader in) {
        in.enter();
        Object[] values = new Object[this.components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = this.components.get(i).read(in);
        }
        in.leave();
        try {
            return this.constructor.newInstance(values);
        } catch (InvocationTargetException ex) {
            throw new DamagedValueException(this.type + " does not accept its components", ex.getCause());
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException(this.type + " cannot be made", ex);
        }
    }
}
