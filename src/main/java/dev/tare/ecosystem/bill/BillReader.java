package dev.tare.ecosystem.bill;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads bills of materials in CycloneDX or SPDX 2 JSON as streams, plain or gzip. Safe for use by several threads. */
public final class BillReader {

    /** Components contain components. Each level of them is two levels of JSON. */
    private static final int MAX_DEPTH = 64;

    private final int maxSize;

    private final JsonFactory json;

    /** @param maxSize of a document in bytes */
    public BillReader(int maxSize) {
        this.maxSize = maxSize;
        this.json = JsonFactory.builder()
                .errorReportConfiguration(ErrorReportConfiguration.builder().maxErrorTokenLength(0).build())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(maxSize)
                        .maxStringLength(maxSize)
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
    }

    /**
     * Reads a document, and passes on each entry.
     *
     * @param maxInflated maximum number of bytes that gzip may inflate to
     * @param inflated    receives the count of bytes of each read of gzip
     * @throws UnreadableBillException if it is damaged or exceeds a bound
     * @throws IOException             only if the content cannot be read
     */
    public ReadBill read(InputStream content, long maxInflated, LongConsumer inflated, Consumer<BillEntry> entries)
            throws IOException {
        return read(content, maxInflated, inflated, entries, null);
    }

    /** Reads a document, or an attestation with one: an in-toto statement, its DSSE envelope, or a Sigstore bundle. */
    void readAttested(InputStream content, Envelopes envelopes) throws IOException {
        envelopes.found(read(content, this.maxSize, inflated -> {}, envelopes::add, envelopes).format());
    }

    private ReadBill read(InputStream content, long maxInflated, LongConsumer inflated, Consumer<BillEntry> entries,
            @Nullable Envelopes envelopes) throws IOException {
        try (JsonParser parser =
                this.json.createParser(ObjectReadContext.empty(), BillText.open(content, maxInflated, inflated))) {
            return new BillDocument(this, parser, entries, envelopes).read();
        } catch (StreamConstraintsException ex) {
            throw new UnreadableBillException("it has more than " + (this.maxSize >> 20)
                    + " MiB, more than " + MAX_DEPTH + " levels, or a number, name or text that is too long", ex);
        } catch (JacksonException ex) {
            if (ex.getCause() instanceof IOException unreadable) {
                throw problem(unreadable);
            }
            throw new UnreadableBillException("it is damaged", ex);
        } catch (IOException ex) {
            throw problem(ex);
        }
    }

    /** Damaged gzip is not an error of the stream around it. */
    private static IOException problem(IOException problem) {
        if (problem instanceof ZipException || problem instanceof EOFException) {
            throw new UnreadableBillException("it is damaged", problem);
        }
        return problem;
    }
}
