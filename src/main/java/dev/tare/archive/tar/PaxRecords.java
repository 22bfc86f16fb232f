package dev.tare.archive.tar;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.limits.Limit;
import org.jspecify.annotations.Nullable;

/**
 * The records of a PAX extended header, each {@code length key=value\n}. Values are bytes, because extended attributes
 * may contain any.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">POSIX pax, extended header</a>
 */
final class PaxRecords {

    static final PaxRecords NONE = new PaxRecords(Map.of(), List.of());

    private static final String XATTR = "SCHILY.xattr.";

    private static final int LONGEST_NUMBER = 40;

    private final Map<String, byte[]> values;

    private final List<String> sparseNumbers;

    private PaxRecords(Map<String, byte[]> values, List<String> sparseNumbers) {
        this.values = values;
        this.sparseNumbers = sparseNumbers;
    }

    static PaxRecords parse(byte[] bytes, TarErrorContext place) {
        Map<String, byte[]> values = new HashMap<>();
        List<String> sparseNumbers = new ArrayList<>();
        Parser parser = new Parser(bytes, place);
        while (parser.next()) {
            values.put(parser.key(), parser.value());
            if (parser.key().equals("GNU.sparse.offset") || parser.key().equals("GNU.sparse.numbytes")) {
                sparseNumbers.add(new String(parser.value(), StandardCharsets.ISO_8859_1));
            }
        }
        return new PaxRecords(values, sparseNumbers);
    }

    /** The offsets and lengths of GNU's sparse format 0.0, which repeats its keys. */
    List<String> sparseNumbers() {
        return this.sparseNumbers;
    }

    int length(String key) {
        byte[] value = this.values.get(key);
        return value == null ? 0 : value.length;
    }

    /** The text of a record, or {@code null} if it is missing or empty, which means the same. */
    @Nullable
    String text(String key) {
        byte[] value = this.values.get(key);
        return value == null || value.length == 0 ? null : EntryName.decode(value, 0, value.length);
    }

    @Nullable
    String name(String key, TarErrorContext place) {
        String name = text(key);
        if (name != null && name.indexOf('\0') >= 0) {
            throw place.malformed("its extended header has a name with a NUL");
        }
        return name;
    }

    long numberOr(String key, long otherwise, TarErrorContext place) {
        String text = text(key);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException ex) {
            throw place.malformed("its extended header's " + key + " is not a number");
        }
    }

    @Nullable
    Instant modified(TarErrorContext place) {
        String text = text("mtime");
        return text == null ? null : instant(text, place);
    }

    Map<String, byte[]> xattrs() {
        if (this.values.isEmpty()) {
            return Map.of();
        }
        Map<String, byte[]> xattrs = new LinkedHashMap<>();
        this.values.forEach((key, value) -> {
            if (key.startsWith(XATTR)) {
                xattrs.put(key.substring(XATTR.length()), value);
            }
        });
        return xattrs;
    }

    private static Instant instant(String text, TarErrorContext place) {
        try {
            if (text.length() > LONGEST_NUMBER || text.contains("e") || text.contains("E")) {
                throw new NumberFormatException(text);
            }
            BigDecimal seconds = new BigDecimal(text);
            return Instant.ofEpochSecond(0)
                    .plusNanos(seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue())
                    .plusSeconds(seconds.toBigInteger().longValueExact());
        } catch (ArithmeticException | DateTimeException | NumberFormatException ex) {
            throw place.malformed("its extended header's mtime is not a time");
        }
    }

    /** Walks over the records. */
    private static final class Parser {

        private final byte[] bytes;

        private final TarErrorContext place;

        private int position;

        private String key = "";

        private byte[] value = {};

        Parser(byte[] bytes, TarErrorContext place) {
            this.bytes = bytes;
            this.place = place;
        }

        String key() {
            return this.key;
        }

        byte[] value() {
            return this.value;
        }

        boolean next() {
            if (this.position == this.bytes.length) {
                return false;
            }
            int start = this.position;
            int length = length();
            int end = start + length;
            if (length <= 0 || length > this.bytes.length - start || this.bytes[end - 1] != '\n') {
                throw malformed();
            }
            split(this.position, end - 1);
            this.position = end;
            return true;
        }

        private int length() {
            int length = 0;
            while (this.position < this.bytes.length && this.bytes[this.position] != ' ') {
                int digit = this.bytes[this.position++] - '0';
                if (digit < 0 || digit > 9 || length > Limit.EXTENDED_HEADER_SIZE.value()) {
                    throw malformed();
                }
                length = length * 10 + digit;
            }
            this.position++;
            return length;
        }

        private void split(int from, int to) {
            int equals = from;
            while (equals < to && this.bytes[equals] != '=') {
                equals++;
            }
            if (equals >= to || equals == from) {
                throw malformed();
            }
            this.key = EntryName.decode(this.bytes, from, equals);
            this.value = Arrays.copyOfRange(this.bytes, equals + 1, to);
        }

        private InvalidTarException malformed() {
            return this.place.malformed("its extended header is malformed");
        }
    }
}
