package dev.tare.ecosystem.bill;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * A bill of materials that a registry or a file has: a CycloneDX or SPDX document, or an attestation with one. Nothing in it
 * is verified.
 *
 * @param format   {@code CycloneDX} or {@code SPDX}
 * @param entries  components in components count
 * @param attested whether it is in an attestation
 * @param subjects the SHA-256 digests, in hexadecimal, of what the attestation is about; empty if it states none
 */
public record PublishedBill(String format, List<BillEntry> entries, boolean attested, Set<String> subjects) {

    /** Documents with all files of large images have some megabytes. */
    public static final int MAX_SIZE = 32 << 20;

    private static final BillReader READER = new BillReader(MAX_SIZE);

    public PublishedBill {
        entries = List.copyOf(entries);
        subjects = Set.copyOf(subjects);
    }

    /**
     * Parses it.
     *
     * @throws UnreadableBillException if it has another form, is damaged, or exceeds a bound
     * @throws IOException             only if the content cannot be read
     */
    public static PublishedBill parse(InputStream content) throws IOException {
        Envelopes envelopes = new Envelopes();
        READER.readAttested(content, envelopes);
        return envelopes.bill();
    }
}
