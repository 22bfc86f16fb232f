package dev.tare.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A zip that streams by: first all entries in the order of the file, then the directory, which lists the valid entries.
 * Call {@link #forEachEntry}, then {@link #forEachListed}, then {@link Kept#get}.
 */
public final class StreamedZip {

    /** Start scripts have some kilobytes. */
    private static final long MAX_SCRIPT = 1L << 20;

    private final ZipInput zip;

    private final LongConsumer skipped;

    /** Known once the directory was read. */
    private long shift;

    /** @param skipped receives the count of bytes that were inflated only to find the end of an entry */
    public StreamedZip(InputStream in, LongConsumer skipped) {
        this.zip = new ZipInput(in);
        this.skipped = skipped;
    }

    /** Skips a start script, then passes each entry to the visitor. The visitor need not read the entry. */
    public void forEachEntry(Visitor visitor) throws IOException {
        skipScript();
        while (isAt(LocalHeader.SIGNATURE)) {
            try (StreamedEntry entry = new StreamedEntry(this.zip, header(), this.skipped)) {
                visitor.visit(entry);
                entry.finish();
            }
        }
    }

    private void skipScript() throws IOException {
        while (!isAt(LocalHeader.SIGNATURE) && !isAt(ZipEnd.SIGNATURE)) {
            if (this.zip.position() == MAX_SCRIPT) {
                throw new UnreadableZipException("it does not begin within " + MAX_SCRIPT + " bytes");
            }
            this.zip.skip(1);
        }
    }

    private LocalHeader header() throws IOException {
        long offset = this.zip.position();
        int length = LocalHeader.length(this.zip.peek(LocalHeader.SIZE));
        LocalHeader header = LocalHeader.parse(this.zip.peek(length), offset);
        this.zip.skip(length);
        return header;
    }

    /** Reads the directory and the end of the zip, and passes each listed entry to the consumer. */
    public void forEachListed(Consumer<ListedEntry> consumer) throws IOException {
        long start = this.zip.position();
        while (isAt(ListedEntry.HEADER_SIGNATURE)) {
            int length = ListedEntry.headerLength(this.zip.peek(ListedEntry.HEADER_SIZE));
            consumer.accept(ListedEntry.parse(this.zip.peek(length)));
            this.zip.skip(length);
        }
        long end = this.zip.position();
        ZipEnd found = this.zip.end();
        if (found.start() != start || found.end() != end) {
            throw new UnreadableZipException("its directory does not follow its entries");
        }
        this.shift = found.shift();
    }

    private boolean isAt(int signature) throws IOException {
        return this.zip.peek(Integer.BYTES).u32(0) == signature;
    }

    /** An empty store for results of reading some entries. */
    public <T> Kept<T> kept() {
        return new Kept<>(this);
    }

    /** Reads or ignores an entry. */
    @FunctionalInterface
    public interface Visitor {

        void visit(StreamedEntry entry) throws IOException;
    }

    /** Converts an entry's content to a result. */
    @FunctionalInterface
    public interface Reader<T> {

        T read(StreamedEntry entry) throws IOException;
    }

    /** Results of reading entries that streamed by, kept until the directory confirms the entries. */
    public static final class Kept<T> {

        private final Map<Long, Result<T>> byOffset = new HashMap<>();

        private final StreamedZip zip;

        private Kept(StreamedZip zip) {
            this.zip = zip;
        }

        public int size() {
            return this.byOffset.size();
        }

        /** Keeps the reader's result for the entry. If the entry is unreadable, {@link #get} throws the reason. */
        public void keep(StreamedEntry entry, Reader<T> reader) throws IOException {
            Supplier<T> result = read(entry, reader);
            ListedEntry finished = entry.finish();
            this.byOffset.put(finished.offset(), new Result<>(finished, result));
        }

        private static <T> Supplier<T> read(StreamedEntry entry, Reader<T> reader) throws IOException {
            try {
                T result = reader.read(entry);
                return () -> result;
            } catch (UnreadableZipException ex) {
                return () -> {
                    throw ex;
                };
            }
        }

        /**
         * The result for an entry that the directory lists.
         *
         * @throws UnreadableZipException if the entry is unreadable, has more than {@code max} bytes, or did not
         *                                stream by with this name and compressed size at this offset
         */
        public T get(ListedEntry listed, long max) {
            listed.check(max);
            ListedEntry expected = listed.shifted(this.zip.shift);
            Result<T> result = this.byOffset.get(expected.offset());
            if (result == null || !result.entry().isSame(expected)) {
                throw UnreadableZipException.misplaced();
            }
            return result.content().get();
        }

        private record Result<T>(ListedEntry entry, Supplier<T> content) {}
    }
}
