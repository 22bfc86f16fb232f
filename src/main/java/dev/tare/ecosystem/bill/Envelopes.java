package dev.tare.ecosystem.bill;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Collects the entries of a document while the envelopes around it are opened. */
final class Envelopes {

    private static final int MAX_ENTRIES = 100_000;

    private static final int MAX_SUBJECTS = 1_000;

    private final List<BillEntry> entries = new ArrayList<>();

    private final Set<String> subjects = new LinkedHashSet<>();

    private @Nullable String format;

    private int opened;

    private boolean attested;

    void add(BillEntry entry) {
        if (this.entries.size() == MAX_ENTRIES) {
            throw new UnreadableBillException("it lists more than " + MAX_ENTRIES + " components", null);
        }
        this.entries.add(entry);
    }

    /** The document is in a statement about something. */
    void foundStatement() {
        this.attested = true;
    }

    /** @param sha256 in hexadecimal, or empty */
    void addSubject(String sha256) {
        if (!sha256.isEmpty() && this.subjects.size() < MAX_SUBJECTS) {
            this.subjects.add(sha256);
        }
    }

    /** Whether another envelope may be opened. */
    boolean enter(int most) {
        return ++this.opened <= most;
    }

    void found(@Nullable String documentFormat) {
        this.format = documentFormat == null ? this.format : documentFormat;
    }

    PublishedBill bill() {
        if (this.format == null) {
            throw new UnreadableBillException("it is neither CycloneDX nor SPDX 2 in JSON, nor an attestation with one",
                    null);
        }
        return new PublishedBill(this.format, this.entries, this.attested, this.subjects);
    }
}
