package dev.tare.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes one of several types as its place in their list, and its value. No name of a class is ever read. */
final class ChoiceCodec implements Codec<Object> {

    private final Map<Class<?>, Integer> places = new HashMap<>();

    private List<Codec<Object>> codecs = List.of();

    ChoiceCodec(List<? extends Class<?>> types) {
        types.forEach(type -> this.places.put(type, this.places.size()));
    }

    /** Sets the codecs of the types. They come later, because a type may contain the choice. */
    void complete(List<Codec<Object>> codecs) {
        this.codecs = List.copyOf(codecs);
    }

    @Override
    public void write(Object value, ByteWriter out) {
        Integer place = this.places.get(value.getClass());
        if (place == null) {
            throw new UnstorableValueException(value.getClass() + " is not in the list of types");
        }
        out.writeNumber(place);
        this.codecs.get(place).write(value, out);
    }

    @Override
    public Object read(ByteReader in) {
        return this.codecs.get(in.readNumber(this.codecs.size() - 1)).read(in);
    }
}
