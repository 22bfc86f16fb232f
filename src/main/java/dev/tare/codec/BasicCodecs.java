package dev.tare.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The codecs of types that are not Tare's own. */
final class BasicCodecs {

    /** A text, or {@code null}. */
    @SuppressWarnings("NullAway")
    static final Codec<String> TEXT = of((text, out) -> out.writeText(text), ByteReader::readText);

    static final Codec<Integer> INT =
            of((number, out) -> out.writeSigned(number), in -> (int) in.readSigned());

    static final Codec<Long> LONG = of((number, out) -> out.writeSigned(number), ByteReader::readSigned);

    static final Codec<Boolean> BOOLEAN = of((is, out) -> out.writeByte(is ? 1 : 0), in -> in.readNumber(1) == 1);

    /** A list grows to this size at once. A damaged count must not take much memory. */
    private static final int FIRST_SIZE = 1024;

    private BasicCodecs() {}

    static Codec<Object> choice(List<Object> constants) {
        return of((constant, out) -> out.writeNumber(constants.indexOf(constant)),
                in -> constants.get(in.readNumber(constants.size() - 1)));
    }

    static Codec<List<Object>> list(Codec<Object> element) {
        return of((elements, out) -> {
            out.writeNumber(elements.size());
            elements.forEach(one -> element.write(one, out));
        }, in -> {
            int count = in.readCount();
            List<Object> elements = new ArrayList<>(Math.min(count, FIRST_SIZE));
            for (int i = 0; i < count; i++) {
                elements.add(element.read(in));
            }
            return elements;
        });
    }

    static Codec<Map<Object, Object>> map(Codec<Object> key, Codec<Object> value) {
        return of((map, out) -> {
            out.writeNumber(map.size());
            map.forEach((one, other) -> {
                key.write(one, out);
                value.write(other, out);
            });
        }, in -> {
            int count = in.readCount();
            Map<Object, Object> map = LinkedHashMap.newLinkedHashMap(Math.min(count, FIRST_SIZE));
            for (int i = 0; i < count; i++) {
                map.put(key.read(in), value.read(in));
            }
            return map;
        });
    }

    static Codec<Object> nullable(Codec<Object> codec) {
        return new Codec<>() {

            @Override
            public void write(@Nullable Object value, ByteWriter out) {
                out.writeByte(value == null ? 0 : 1);
                if (value != null) {
                    codec.write(value, out);
                }
            }

            @Override
            @SuppressWarnings("NullAway")
            public Object read(ByteReader in) {
                return in.readNumber(1) == 0 ? null : codec.read(in);
            }
        };
    }

    private static <T> Codec<T> of(BiConsumer<T, ByteWriter> writing, Function<ByteReader, T> reading) {
        return new Codec<>() {

            @Override
            public void write(T value, ByteWriter out) {
                writing.accept(value, out);
            }

            @Override
            public T read(ByteReader in) {
                return reading.apply(in);
            }
        };
    }
}
