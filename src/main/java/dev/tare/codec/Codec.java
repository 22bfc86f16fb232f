package dev.tare.codec;

/**
 * Writes and reads the values of one type. Safe for use by several threads.
 *
 * @param <T> the type, whose values are not {@code null}
 */
public interface Codec<T> {

    /** @throws UnstorableValueException if the value has no form, or must not be stored */
    void write(T value, ByteWriter out);

    /** @throws DamagedValueException if the bytes are no value */
    T read(ByteReader in);
}
