package dev.tare.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A zip that goes by: first its entries, one after the other, then the directory that says which of them count. */
public final class PassingZip {

    /** Start scripts have some kilobytes. */
    private static final long MAX_SCRIPT = 1L << 20;

    private final ZipInput zip;

    public PassingZip(InputStream in) {
        this.zip = new ZipInput(in);
    }

    /** Skips what precedes it, such as a start script. */
    public void skipScript() throws IOException {
        while (!isAt(LocalHeader.SIGNATURE) && !isAt(ZipEnd.SIGNATURE)) {
            if (this.zip.position() == MAX_SCRIPT) {
                throw new UnreadableZipException("it does not begin within " + MAX_SCRIPT + " bytes");
            }
            this.zip.skip(1);
        }
    }

    /** Shows each entry, which has to be finished then. */
    public void forEach(Visitor visitor) throws IOException {
        while (isAt(LocalHeader.SIGNATURE)) {
            try (PassingEntry entry = new PassingEntry(this.zip, header())) {
                visitor.visit(entry);
            }
        }
    }

    private LocalHeader header() throws IOException {
        long offset = this.zip.position();
        int length = LocalHeader.length(this.zip.peek(LocalHeader.SIZE));
        LocalHeader header = LocalHeader.of(this.zip.peek(length), offset);
        this.zip.skip(length);
        return header;
    }

    /**
     * Shows each entry that the directory lists.
     *
     * @return how far behind its listed place each entry is
     */
    public long readDirectory(Consumer<ZipListing> entries) throws IOException {
        long start = this.zip.position();
        while (isAt(ZipListing.HEADER_SIGNATURE)) {
            int length = ZipListing.headerLength(this.zip.peek(ZipListing.HEADER_SIZE));
            entries.accept(ZipListing.of(this.zip.peek(length)));
            this.zip.skip(length);
        }
        long end = this.zip.position();
        ZipEnd found = this.zip.end();
        if (found.start() != start || found.end() != end) {
            throw new UnreadableZipException("its directory does not follow its entries");
        }
        return found.shift();
    }

    private boolean isAt(int signature) throws IOException {
        return this.zip.peek(Integer.BYTES).u32(0) == signature;
    }

    @FunctionalInterface
    public interface Visitor {

        void visit(PassingEntry entry) throws IOException;
    }
}
