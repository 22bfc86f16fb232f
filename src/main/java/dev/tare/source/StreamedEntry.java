package dev.tare.source;

import dev.tare.image.InvalidImageException;

/** The part of an archive's entry that is kept when it streams by. */
sealed interface StreamedEntry<T> {

    /** A small JSON document. */
    final class Document<T> implements StreamedEntry<T> {

        private final byte[] content;

        Document(byte[] content) {
            this.content = content;
        }

        byte[] content() {
            return this.content;
        }
    }

    /** A JSON document larger than one may be, or than there was room for, which only matters if it is needed. */
    record LargeDocument<T>(LimitedSize limit) implements StreamedEntry<T> {}

    /** Why a document was not kept. */
    enum LimitedSize {
        ONE, ALL
    }

    /** A layer, or something that reads like one. */
    record Layer<T>(ReadLayer<T> layer) implements StreamedEntry<T> {}

    /** Something that does not read like a layer, which only matters if it should be one. */
    record Unreadable<T>(InvalidImageException failure) implements StreamedEntry<T> {}

    /** The same, but one of so many that it was not kept why. */
    record Unknown<T>() implements StreamedEntry<T> {}
}
