package dev.tare.archive.tar;

import java.util.List;

/**
 * The places of data in a sparse file. The holes between them read as zeros.
 *
 * @param size     of the file, with its holes
 * @param segments offset and length of each run of data, in ascending order
 * @see <a href="https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html">GNU tar, storing sparse
 *      files</a>
 */
record SparseMap(long size, List<Segment> segments) {

    SparseMap {
        segments = List.copyOf(segments);
    }

    /** Checks that the segments are in order, inside the file, and as long as its stored bytes in total. */
    SparseMap verify(long stored, TarErrorContext place) {
        if (this.size < 0) {
            throw place.malformed("its size is negative");
        }
        long end = 0;
        long data = 0;
        for (Segment segment : this.segments) {
            if (segment.offset < end || segment.length < 0 || segment.offset > this.size - segment.length) {
                throw place.malformed("its map of holes overlaps or leaves the file");
            }
            end = segment.offset + segment.length;
            data += segment.length;
        }
        if (data != stored) {
            throw place.malformed("its map of holes lists " + data + " bytes of data, but " + stored
                    + " bytes are stored");
        }
        return this;
    }

    record Segment(long offset, long length) {}
}
