package dev.tare.toc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;

import dev.tare.archive.Decompressor;
import dev.tare.archive.tar.BulkInput;
import dev.tare.archive.tar.ListedEntries;
import dev.tare.archive.tar.TarEntry;
import dev.tare.archive.tar.TarReader;
import dev.tare.filetree.layer.ContentFindings;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.image.Compression;
import dev.tare.image.Digest;
import dev.tare.limits.Budget;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.source.format.MismatchException;
import org.jspecify.annotations.Nullable;

/** Reads the table of contents of one layer, and verifies it against the digests that the manifest states. */
final class TableReader {

    /** The only file in the tar of a table. It is a file of the layer too. */
    private static final String FILE = "stargz.index.json";

    /** Tables state no digest of an empty file. */
    private static final Digest EMPTY = Digest.sha256Of(new byte[0]);

    private final String layer;

    private final TableLocation table;

    private final Limits limits;

    private final ImageBudget budget;

    /** @param budget of the layer */
    TableReader(String layer, TableLocation table, Limits limits, ImageBudget budget) {
        this.layer = layer;
        this.table = table;
        this.limits = limits;
        this.budget = budget;
    }

    /**
     * The layer as its table lists it.
     *
     * @param entries the layer's part of the limit {@code image-entries}
     * @throws dev.tare.image.InvalidImageException if the table is damaged, or differs from a digest
     */
    LayerScan read(BlobParts blob, Budget entries) throws IOException {
        byte[] stored = blob.part(this.table.offset(), this.table.length());
        verify("digest of the stored table of contents", this.table.stored(), Digest.sha256Of(stored));
        LayerScan.Builder scan = new LayerScan.Builder(this.layer, entries);
        Compression compression = this.table.isInTar() ? Compression.GZIP : Compression.ZSTD;
        try (Bounded bytes = new Bounded(new Decompressor("layer", this.layer, this.limits)
                .open(new ByteArrayInputStream(stored), compression))) {
            if (this.table.isInTar()) {
                readTar(bytes, scan);
            } else {
                readDocument(bytes, scan);
            }
            bytes.transferTo(OutputStream.nullOutputStream());
            verifySize(bytes.size.used());
        }
        return scan.build();
    }

    private void readTar(InputStream bytes, LayerScan.Builder scan) throws IOException {
        TarReader tar = TarReader.ofLayer(bytes, tableName(), this.limits, this.budget);
        TarEntry file = tar.next();
        if (file == null || !file.isFile() || !file.path().equals(FILE)) {
            throw new InvalidTableException(this.layer, "its tar does not begin with the file " + FILE);
        }
        Digest content = readDocument(tar.content(), scan);
        if (tar.next() != null) {
            throw new InvalidTableException(this.layer, "its tar has a second file");
        }
        scan.addWhiteout(file);
        scan.add(file, content, ContentFindings.NONE);
    }

    /** Adds the listed files, and returns the digest of the document. */
    private Digest readDocument(InputStream content, LayerScan.Builder scan) throws IOException {
        MessageDigest sha256 = Digest.newSha256();
        InputStream document = new DigestInputStream(content, sha256);
        ListedEntries checks = new ListedEntries(tableName(), this.limits, this.budget);
        TableDocument.read(this.layer, document, this.budget.deadline(), (written, digest) -> {
            TarEntry entry = checks.check(written);
            if (!scan.addWhiteout(entry)) {
                scan.add(entry, entry.size() == 0 && entry.isFile() ? EMPTY : digest, ContentFindings.NONE);
            }
        });
        document.transferTo(OutputStream.nullOutputStream());
        Digest digest = Digest.ofSha256(sha256.digest());
        verify("digest of the table of contents", this.table.document(), digest);
        return digest;
    }

    private void verify(String kind, @Nullable Digest stated, Digest actual) {
        if (stated != null && !stated.equals(actual)) {
            throw MismatchException.ofDigest(kind, this.layer, stated, actual);
        }
    }

    private void verifySize(long size) {
        Long stated = this.table.uncompressedSize();
        if (stated != null && stated != size) {
            throw new InvalidTableException(this.layer, "it should have " + stated + " bytes, but has " + size);
        }
    }

    private String tableName() {
        return "table of contents of " + this.layer;
    }

    /** Ends tables that expand to more bytes than the limit. */
    private final class Bounded extends BulkInput {

        private final InputStream in;

        private final Budget size = new Budget(Limit.TOC_SIZE);

        Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            TableReader.this.budget.deadline().check();
            int count = this.in.read(bytes, offset, length);
            this.size.take(Math.max(0, count), TableReader.this.layer);
            return count;
        }

        @Override
        public void close() throws IOException {
            this.in.close();
        }
    }
}
