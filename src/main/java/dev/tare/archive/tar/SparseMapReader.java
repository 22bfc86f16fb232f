package dev.tare.archive.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.tare.archive.tar.SparseMap.Segment;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import org.jspecify.annotations.Nullable;

/** Reads the map of a sparse file in the four forms that versions of GNU tar write. */
final class SparseMapReader {

    private static final int MAX_SEGMENTS = (int) Limit.SPARSE_SEGMENTS.value();

    private final TarErrorContext place;

    private final List<Segment> segments = new ArrayList<>();

    SparseMapReader(TarErrorContext place) {
        this.place = place;
    }

    /** The old GNU form: four segments in the header, and 21 more in each following block. */
    SparseMap readOldGnu(TarHeader header, TarInput in) throws IOException {
        addFields(header.block(), 386, 4);
        boolean extended = header.block()[482] != 0;
        while (extended) {
            byte[] block = in.blockOrFail();
            addFields(block, 0, 21);
            extended = block[504] != 0;
        }
        return new SparseMap(header.realSize(), this.segments);
    }

    /**
     * The map of one of the PAX forms, or {@code null} if the file is not sparse.
     *
     * @param content of the entry; in the form 1.0, the map precedes the data
     */
    @Nullable
    SparseMap readPax(PaxRecords pax, InputStream content) throws IOException {
        return switch (Form.of(pax)) {
            case NONE -> null;
            case IN_RECORDS -> readPax0(pax);
            case IN_CONTENT -> readPax1(pax, content);
        };
    }

    /** Whether the records of an entry are those of a sparse file. */
    static boolean isSparse(PaxRecords pax) {
        return Form.of(pax) != Form.NONE;
    }

    /** The PAX forms 0.0 and 0.1. */
    private SparseMap readPax0(PaxRecords pax) {
        String map = pax.text("GNU.sparse.map");
        addNumbers(map == null ? pax.sparseNumbers() : Arrays.asList(map.split(",", 2 * MAX_SEGMENTS + 1)));
        return new SparseMap(realSize(pax), this.segments);
    }

    /** The PAX form 1.0: decimal lines before the data, padded to a block. */
    private SparseMap readPax1(PaxRecords pax, InputStream content) throws IOException {
        Lines lines = new Lines(content, this.place);
        long count = lines.next();
        if (count > MAX_SEGMENTS) {
            throw tooMany();
        }
        for (long i = 0; i < count; i++) {
            add(lines.next(), lines.next());
        }
        return new SparseMap(realSize(pax), this.segments);
    }

    private long realSize(PaxRecords pax) {
        return pax.numberOr("GNU.sparse.size", pax.numberOr("GNU.sparse.realsize", 0, this.place), this.place);
    }

    private void addFields(byte[] block, int start, int count) {
        for (int i = 0; i < count; i++) {
            int field = start + 24 * i;
            if (block[field] == 0) {
                return;
            }
            add(TarNumber.parse(block, field, 12, this.place), TarNumber.parse(block, field + 12, 12, this.place));
        }
    }

    private void addNumbers(List<String> numbers) {
        if (numbers.size() % 2 != 0) {
            throw this.place.malformed("its map of holes is malformed");
        }
        for (int i = 0; i < numbers.size(); i += 2) {
            add(number(numbers.get(i)), number(numbers.get(i + 1)));
        }
    }

    private long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException ex) {
            throw this.place.malformed("its map of holes is malformed");
        }
    }

    private void add(long offset, long length) {
        if (this.segments.size() == MAX_SEGMENTS) {
            throw tooMany();
        }
        this.segments.add(new Segment(offset, length));
    }

    private LimitExceededException tooMany() {
        return new LimitExceededException(Limit.SPARSE_SEGMENTS, MAX_SEGMENTS, this.place.name());
    }

    /** Decimal numbers, one on each line, read block by block. */
    private static final class Lines {

        private static final int LONGEST_NUMBER = 18;

        private final InputStream content;

        private final TarErrorContext place;

        private byte[] block = {};

        private int position;

        Lines(InputStream content, TarErrorContext place) {
            this.content = content;
            this.place = place;
        }

        long next() throws IOException {
            long value = 0;
            int digits = 0;
            for (int c = read(); c != '\n' || digits == 0; c = read()) {
                if (c < '0' || c > '9' || ++digits > LONGEST_NUMBER) {
                    throw this.place.malformed("its map of holes is malformed");
                }
                value = value * 10 + c - '0';
            }
            return value;
        }

        private int read() throws IOException {
            if (this.position == this.block.length) {
                this.block = this.content.readNBytes(TarHeader.BLOCK);
                this.position = 0;
                if (this.block.length < TarHeader.BLOCK) {
                    throw this.place.malformed("its map of holes is incomplete");
                }
            }
            return this.block[this.position++];
        }
    }

    /**
     * GNU tar's PAX forms of a sparse file. The records of name and size count only together with those of the form.
     *
     * @see <a href="https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html">GNU tar, storing sparse
     *      files</a>
     */
    private enum Form {

        /** The file is not sparse. */
        NONE,

        /** The map is in the records: 0.0 and 0.1. The first versions did not write a record of the form. */
        IN_RECORDS,

        /** The map precedes the data: 1.0. */
        IN_CONTENT;

        static Form of(PaxRecords pax) {
            String major = pax.text("GNU.sparse.major");
            String minor = pax.text("GNU.sparse.minor");
            if (major == null && minor == null) {
                return pax.text("GNU.sparse.map") == null && pax.sparseNumbers().isEmpty() ? NONE : IN_RECORDS;
            }
            return switch (major + "." + minor) {
                case "0.0", "0.1" -> IN_RECORDS;
                case "1.0" -> IN_CONTENT;
                default -> NONE;
            };
        }
    }
}
