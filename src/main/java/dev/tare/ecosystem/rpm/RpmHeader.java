package dev.tare.ecosystem.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.content.UnreadableDatabaseException;
import org.jspecify.annotations.Nullable;

import static dev.tare.content.UnreadableDatabaseException.check;

/**
 * A package's header in rpm's database: the number of index entries, the number of data bytes, the entries and the
 * data.
 *
 * @see <a href="https://rpm-software-management.github.io/rpm/manual/hregions.html">RPM header format</a>
 */
final class RpmHeader {

    private static final String DAMAGED = "a package's header is damaged";

    /** The maximum size in bytes. Headers of packages with tens of thousands of files have a tenth of it. */
    static final int MAX_SIZE = 32 << 20;

    private static final int ENTRY_SIZE = 16;

    private static final int MAX_ENTRIES = 0xffff;

    /** The maximum number of values of one tag. No package has a tenth as many files. */
    private static final int MAX_TEXTS = 1_000_000;

    private static final int INT16 = 3;

    private static final int INT32 = 4;

    private static final int INT64 = 5;

    private static final int STRING = 6;

    private static final int STRING_ARRAY = 8;

    private static final int I18N_STRING = 9;

    private final Map<Integer, Value> values = new HashMap<>();

    private final ByteBuffer data;

    private RpmHeader(ByteBuffer blob) {
        int entries = blob.getInt(0);
        int size = blob.getInt(Integer.BYTES);
        long start = 2L * Integer.BYTES + (long) ENTRY_SIZE * entries;
        check(entries >= 0 && entries <= MAX_ENTRIES && size >= 0 && start + size <= blob.limit(), DAMAGED);
        this.data = blob.slice((int) start, size);
        for (int at = 2 * Integer.BYTES; at < start; at += ENTRY_SIZE) {
            this.values.putIfAbsent(blob.getInt(at),
                    new Value(blob.getInt(at + 4), blob.getInt(at + 8), blob.getInt(at + 12)));
        }
    }

    /** @throws UnreadableDatabaseException if the bytes are not a header */
    static RpmHeader parse(ByteBuffer blob) {
        check(blob.limit() >= 2 * Integer.BYTES, DAMAGED);
        return new RpmHeader(blob);
    }

    /** The first string of a tag, or {@code null}. */
    @Nullable
    String text(int tag) {
        List<String> texts = texts(tag, 1);
        return texts.isEmpty() ? null : texts.getFirst();
    }

    /** All strings of a tag. */
    List<String> texts(int tag) {
        return texts(tag, Integer.MAX_VALUE);
    }

    /** The first number of a tag, or {@code null}. */
    @Nullable
    Long number(int tag) {
        long[] numbers = numbers(tag);
        return numbers.length == 0 ? null : numbers[0];
    }

    /** All numbers of a tag, unsigned. */
    long[] numbers(int tag) {
        Value value = this.values.get(tag);
        int size = value == null ? 0 : switch (value.type) {
            case INT16 -> Short.BYTES;
            case INT32 -> Integer.BYTES;
            case INT64 -> Long.BYTES;
            default -> 0;
        };
        if (value == null || size == 0) {
            return new long[0];
        }
        check(value.offset >= 0 && value.count >= 0 && value.offset + (long) size * value.count <= this.data.limit(),
                DAMAGED);
        long[] numbers = new long[value.count];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(value.offset + i * size, size);
        }
        return numbers;
    }

    private long number(int at, int size) {
        return switch (size) {
            case Short.BYTES -> Short.toUnsignedLong(this.data.getShort(at));
            case Integer.BYTES -> Integer.toUnsignedLong(this.data.getInt(at));
            default -> this.data.getLong(at);
        };
    }

    private List<String> texts(int tag, int most) {
        Value value = this.values.get(tag);
        if (value == null || (value.type != STRING && value.type != STRING_ARRAY && value.type != I18N_STRING)) {
            return List.of();
        }
        check(value.count <= MAX_TEXTS, DAMAGED);
        List<String> texts = new ArrayList<>();
        int at = value.offset;
        for (int i = 0; i < Math.min(value.count, most); i++) {
            int end = endOfText(at);
            texts.add(StandardCharsets.UTF_8.decode(this.data.slice(at, end - at)).toString());
            at = end + 1;
        }
        return texts;
    }

    private int endOfText(int from) {
        check(from >= 0, DAMAGED);
        int end = from;
        while (end < this.data.limit() && this.data.get(end) != 0) {
            end++;
        }
        check(end < this.data.limit(), DAMAGED);
        return end;
    }

    /** @param count of strings or numbers from the offset in the data */
    private record Value(int type, int offset, int count) {}
}
