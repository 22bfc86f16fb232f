package dev.tare.codec;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CodecsTests {

    private static final long MUCH = 1 << 20;

    private final Codecs codecs = new Codecs().with(Open.class, List.of(One.class, Other.class, Nested.class));

    @Test
    void everyKindOfComponentIsRestored() {
        Everything value = new Everything("a", null, -1, Long.MIN_VALUE, true, null, 7L, Color.GREEN,
                List.of("a", "b", "a"), Map.of("k", List.of(Color.RED)),
                new Nested(new Other("x")));
        assertThat(restored(Everything.class, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "ä", "\ud83d\ude00", "\ud800", "a\udc00b", "\u0000" })
    void anyTextIsRestored(String text) {
        assertThat(restored(Other.class, new Other(text)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 1, -1, 63, 64, -64, -65, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE + 1L })
    void anyNumberIsRestored(long number) {
        assertThat(restored(One.class, new One(number)).number()).isEqualTo(number);
    }

    @Test
    void aRepeatedTextIsWrittenOnce() {
        List<Other> texts = Collections.nCopies(1_000, new Other("a long text"));
        assertThat(written(this.codecs.ofList(Other.class), texts)).hasSizeLessThan(1_100);
        assertThat(read(this.codecs.ofList(Other.class), written(this.codecs.ofList(Other.class), texts)))
                .isEqualTo(texts);
    }

    @Test
    void aTypeWithoutAFormIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> this.codecs.of(Located.class))
                .withMessageContaining("java.nio.file.Path");
        assertThatIllegalArgumentException().isThrownBy(() -> this.codecs.of(Nothing.class));
    }

    @Test
    void aValueOfAnUnlistedTypeIsNotStored() {
        Codec<Open> codec = new Codecs().with(Open.class, List.of(One.class)).of(Open.class);
        assertThatExceptionOfType(UnstorableValueException.class)
                .isThrownBy(() -> written(codec, new Other("x")))
                .withMessageContaining("Other");
    }

    @Test
    void aRefusedTextIsNotStored() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteWriter writer = new ByteWriter(out, MUCH, text -> text.contains("secret"));
        Codec<Other> codec = this.codecs.of(Other.class);
        assertThatExceptionOfType(UnstorableValueException.class)
                .isThrownBy(() -> codec.write(new Other("a secret"), writer))
                .withMessageNotContaining("secret");
        writer.flush();
        assertThat(out.toString()).doesNotContain("secret");
    }

    @Test
    void aValueThatIsTooLargeIsNotStored() {
        Codec<Other> codec = this.codecs.of(Other.class);
        ByteWriter writer = new ByteWriter(new ByteArrayOutputStream(), 100, _ -> false);
        assertThatExceptionOfType(UnstorableValueException.class).isThrownBy(() -> {
            codec.write(new Other("x".repeat(101)), writer);
            writer.flush();
        });
    }

    @Test
    void shapesDifferWithTheTypes() {
        String shapes = shapes(List.of(One.class, Other.class));
        assertThat(shapes).isEqualTo(shapes(List.of(One.class, Other.class)))
                .isNotEqualTo(shapes(List.of(Other.class, One.class)))
                .isNotEqualTo(shapes(List.of(One.class)))
                .contains("[number of long]", "[text of class java.lang.String]");
    }

    /** Whatever the bytes are, reading ends, and takes no more memory than a small heap. */
    @Test
    void anyBytesAreReadOrAreDamaged() {
        Random random = new Random(7);
        Codec<Everything> codec = this.codecs.of(Everything.class);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            try {
                codec.read(new ByteReader(bytes, 0, bytes.length));
            } catch (DamagedValueException ex) {
                assertThat(ex).hasMessageNotContaining("\n");
            }
        }
    }

    @Test
    void aCountOfMoreThanTheBytesIsDamaged() {
        byte[] bytes = { -1, -1, -1, -1, 7, 0, 0 };
        assertThatExceptionOfType(DamagedValueException.class)
                .isThrownBy(() -> read(this.codecs.ofList(Other.class), bytes));
    }

    @Test
    void valuesThatAreNestedTooDeeplyAreDamaged() {
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i += 2) {
            bytes[i] = 2;
            bytes[i + 1] = 1;
        }
        assertThatExceptionOfType(DamagedValueException.class).isThrownBy(() -> read(this.codecs.of(Open.class), bytes))
                .withMessageContaining("levels");
    }

    @Test
    void aComponentThatTheConstructorRejectsIsDamaged() {
        byte[] bytes = written(this.codecs.of(One.class), new One(-1));
        assertThatExceptionOfType(DamagedValueException.class)
                .isThrownBy(() -> read(this.codecs.of(Square.class), bytes));
    }

    @Test
    void bytesAfterTheValueAreDamage() {
        assertThatExceptionOfType(DamagedValueException.class)
                .isThrownBy(() -> read(this.codecs.of(One.class), new byte[] { 2, 0 }));
    }

    private static String shapes(List<Class<? extends Open>> types) {
        Codecs codecs = new Codecs().with(Open.class, types);
        codecs.of(Open.class);
        return codecs.shapes();
    }

    private <T> T restored(Class<T> type, T value) {
        Codec<T> codec = this.codecs.of(type);
        return read(codec, written(codec, value));
    }

    private static <T> byte[] written(Codec<T> codec, T value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteWriter writer = new ByteWriter(out, MUCH, _ -> false);
        codec.write(value, writer);
        writer.flush();
        return out.toByteArray();
    }

    private static <T> T read(Codec<T> codec, byte[] bytes) {
        ByteReader reader = new ByteReader(bytes, 0, bytes.length);
        T value = codec.read(reader);
        reader.finish();
        return value;
    }

    private record Everything(String text, @Nullable String none, int number, long large, boolean is,
            @Nullable Integer absent, @Nullable Long present, Color color, List<String> texts,
            Map<String, List<Color>> map, Open open) {}

    private record Located(Path path) {}

    private record Nothing() {}

    private enum Color {
        RED, GREEN
    }

    private record Square(int side) {

        Square {
            if (side < 0) {
                throw new IllegalArgumentException("no side");
            }
        }
    }

    private interface Open {}

    private record One(long number) implements Open {}

    private record Other(String text) implements Open {}

    private record Nested(Open inner) implements Open {}
}
