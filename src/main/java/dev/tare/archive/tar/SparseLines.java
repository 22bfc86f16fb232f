package dev.tare.archive.tar;

import java.io.IOException;
import java.io.InputStream;

/** Decimal numbers, one on each line, read block by block as GNU's sparse format 1.0 stores them. */
final class SparseLines {

    private static final int LONGEST_NUMBER = 18;

    private final InputStream content;

    private final TarPlace place;

    private byte[] block = {};

    private int position;

    SparseLines(InputStream content, TarPlace place) {
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
