package dev.tare.archive.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.tare.archive.tar.SparseMap.Segment;
import dev.tare.limits.LimitExceededException;

/** Finds the map of a sparse file in each of the four places where GNU tar has put it over the years. */
final class SparseMapReader {

    private final TarPlace place;

    private final List<Segment> segments = new ArrayList<>();

    SparseMapReader(TarPlace place) {
        this.place = place;
    }

    /** The old GNU form: four segments in the header, 21 more in each block that follows it. */
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

    /** The PAX forms 0.0 and 0.1. */
    SparseMap readPax0(PaxRecords pax) {
        String map = pax.text("GNU.sparse.map");
        addNumbers(map == null ? pax.sparseNumbers() : Arrays.asList(map.split(",", 2 * SparseMap.MAX_SEGMENTS + 1)));
        return new SparseMap(realSize(pax), this.segments);
    }

    /** The PAX form 1.0: decimal lines in front of the data, filled up to a block. */
    SparseMap readPax1(PaxRecords pax, InputStream content) throws IOException {
        SparseLines lines = new SparseLines(content, this.place);
        long count = lines.next();
        if (count > SparseMap.MAX_SEGMENTS) {
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
        if (this.segments.size() == SparseMap.MAX_SEGMENTS) {
            throw tooMany();
        }
        this.segments.add(new Segment(offset, length));
    }

    private LimitExceededException tooMany() {
        return this.place.exceededFixed("sparseSegments", SparseMap.MAX_SEGMENTS, "segments");
    }
}
