package dev.tare.ecosystem.java.sbom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.StreamCollector.Observation;
import dev.tare.content.Unread;
import dev.tare.ecosystem.bill.UnreadableBillException;
import org.jspecify.annotations.Nullable;

/**
 * Searches an ELF file for the bill of materials of GraalVM while the file streams by. GraalVM places a CycloneDX
 * document as gzip at a multiple of eight bytes, and its address in symbols. The section that locates the symbols is at
 * the end of the file, so this search looks for the content instead: gzip with the beginning of a CycloneDX document.
 * The document counts if the file also has the name of GraalVM's version symbol: in its first part, where the linker
 * puts the names of exported symbols, or from the document on, where those of a static executable are.
 *
 * @see <a href="https://github.com/oracle/graal/blob/master/substratevm/src/com.oracle.svm.hosted/src/com/oracle/svm/hosted/c/CGlobalDataFeature.java">
 *      CGlobalDataFeature, which aligns the content</a>
 */
final class NativeImageSearch implements Observation {

    private static final int WORD = 8;

    /** The maximum size of the compressed document in bytes. Documents of hundreds of libraries have a tenth. */
    static final int MAX_SIZE = 1 << 20;

    /** The compressed bytes from which the beginning of the text is read. */
    private static final int BEGINNING = 512;

    /** The inflated bytes among which {@link #FORMAT} must be. */
    private static final int MAX_BEGINNING = 256;

    private static final String FORMAT = "\"bomFormat\"";

    /** The maximum number of places that may begin like gzip. Each takes microseconds. */
    private static final int MAX_PLACES = 10_000;

    /** The maximum number of documents to parse. */
    private static final int MAX_DOCUMENTS = 4;

    private static final VarHandle U32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int ELF = 0x7f454c46;

    /** Deflate without a name, comment or extra field. */
    private static final int GZIP = 0x1f8b0800;

    private static final int MAX_HEAD = 256 << 10;

    private final NameSearch symbol = new NameSearch("__svm_version_info");

    /** The first bytes of the file. They are searched only if the file has a document. */
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(0);

    private final byte[] word = new byte[WORD];

    private int inWord;

    private boolean started;

    private boolean ended;

    /** The bytes from a place that begins like gzip; empty during the search. */
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(0);

    private int needed;

    private int places;

    private int documents;

    private @Nullable BillOfMaterials bill;

    private @Nullable UnreadableBillException problem;

    @Override
    public void update(byte[] bytes, int offset, int length) {
        if (!this.ended) {
            search(bytes, offset, offset + length);
            if (this.documents > 0) {
                this.symbol.update(bytes, offset, length);
            } else if (!this.ended) {
                this.head.write(bytes, offset, Math.min(length, MAX_HEAD - this.head.size()));
            }
        }
    }

    private void search(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && !isFinished()) {
            if (this.content.size() > 0) {
                int count = Math.min(end - at, this.needed - this.content.size());
                this.content.write(bytes, at, count);
                at += count;
                if (this.content.size() == this.needed) {
                    read(this.content.toByteArray());
                }
            } else if (this.inWord == 0 && this.started && end - at >= WORD) {
                at = searchWords(bytes, at, end);
            } else {
                int count = Math.min(end - at, WORD - this.inWord);
                System.arraycopy(bytes, at, this.word, this.inWord, count);
                this.inWord += count;
                at += count;
                if (this.inWord == WORD) {
                    this.inWord = 0;
                    take(this.word, 0);
                }
            }
        }
    }

    /** Searches whole words. Returns the end of the last word, or of the word where gzip may begin. */
    private int searchWords(byte[] bytes, int from, int end) {
        int at = from;
        for (; end - at >= WORD; at += WORD) {
            if ((int) U32.get(bytes, at) == GZIP) {
                take(bytes, at);
                return at + WORD;
            }
        }
        return at;
    }

    private void take(byte[] bytes, int at) {
        int start = (int) U32.get(bytes, at);
        if (!this.started) {
            this.started = true;
            this.ended = start != ELF;
        } else if (start == GZIP && ++this.places <= MAX_PLACES) {
            this.content.write(bytes, at, WORD);
            this.needed = BEGINNING;
        }
    }

    /** Whether only the name of the symbol is still of interest. */
    private boolean isFinished() {
        return this.ended || this.bill != null || this.documents == MAX_DOCUMENTS;
    }

    private void read(byte[] there) {
        if (this.needed == BEGINNING && isDocument(there)) {
            this.needed = MAX_SIZE;
        } else {
            if (this.needed == MAX_SIZE) {
                parse(there);
            }
            searchOn(there);
        }
    }

    private static boolean isDocument(byte[] there) {
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(there))) {
            return new String(text.readNBytes(MAX_BEGINNING), StandardCharsets.UTF_8).contains(FORMAT);
        } catch (IOException ex) {
            return false;
        }
    }

    private void parse(byte[] there) {
        this.documents++;
        this.symbol.update(there, 0, there.length);
        try (InputStream gzip = new ByteArrayInputStream(there)) {
            this.bill = BillParser.parse(gzip, BillOfMaterials.maxInflated(there.length), inflated -> {});
        } catch (UnreadableBillException ex) {
            this.problem = ex;
        } catch (IOException ex) {
            throw new UncheckedIOException("Bytes in memory cannot be read", ex);
        }
    }

    /** Searches the bytes after the word that began like gzip. */
    private void searchOn(byte[] there) {
        this.content.reset();
        search(there, WORD, there.length);
    }

    @Override
    public @Nullable Finding finish() {
        while (this.content.size() > 0) {
            byte[] there = this.content.toByteArray();
            if (this.needed == MAX_SIZE || isDocument(there)) {
                parse(there);
            }
            searchOn(there);
        }
        if (this.documents == 0) {
            return null;
        }
        this.symbol.update(this.head.toByteArray(), 0, this.head.size());
        if (!this.symbol.isFound()) {
            return null;
        }
        if (this.bill != null) {
            return NativeImage.of(this.bill);
        }
        return this.problem == null ? null
                : new NotRead(Unread.Subject.LANGUAGE_PACKAGE,
                        "The bill of materials in this native executable is not read, because "
                                + this.problem.getMessage()
                                + ".");
    }
}
