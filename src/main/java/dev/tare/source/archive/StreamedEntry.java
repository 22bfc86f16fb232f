package dev.tare.source.archive;

import dev.tare.image.InvalidImageException;
import dev.tare.source.ReadLayer;

/** The part of an archive's entry that is kept after it streamed by. */
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

    /** A JSON document that exceeds a size limit. It only matters if it is needed. */
    record LargeDocument<T>(LimitedSize limit) implements StreamedEntry<T> {}

    /** The size limit that a document exceeds. */
    enum LimitedSize {
        ONE, ALL
    }

    /**
     * A layer, or another file that can be read as a layer.
     *
     * @param isNew whether it was read, and not only hashed
     */
    record Layer<T>(ReadLayer<T> layer, boolean isNew) implements StreamedEntry<T> {}

    /** A file that cannot be read as a layer. It matters only if the image needs it as a layer. */
    record Unreadable<T>(InvalidImageException failure) implements StreamedEntry<T> {}

    /** A file that cannot be read as a layer. Its failure is not kept, because there are too many. */
    record Unknown<T>() implements StreamedEntry<T> {}
}
