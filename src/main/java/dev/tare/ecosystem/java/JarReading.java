package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.archive.zip.ZipListing;
import org.jspecify.annotations.Nullable;

/** Makes a jar of what its directory lists and of what its entries hold. */
final class JarReading {

    private static final int MAX_NAME = 1024;

    private final List<ZipListing> wanted = new ArrayList<>();

    private final WantedCount count = new WantedCount();

    private final JarSum sum = new JarSum();

    private final JarPlace place;

    private final JarBounds bounds;

    private final JarFindings findings;

    JarReading(JarPlace place, JarBounds bounds, JarFindings findings) {
        this.place = place;
        this.bounds = bounds;
        this.findings = findings;
    }

    /** Whether an entry has to be read. */
    static boolean wants(String entry) {
        return entry.length() <= MAX_NAME && (JarFileName.isJar(entry) || JarIdentity.isEvidence(entry));
    }

    /** An entry that the directory lists. */
    void list(ZipListing entry) {
        if (wants(entry.name())) {
            this.count.add(entry.name());
            this.wanted.add(entry);
        } else {
            sum(entry);
        }
    }

    /** @param shift how far behind its listed place each entry is */
    ReadJar finish(JarFileName name, long shift, JarContent content) {
        List<ZipListing> entries = this.wanted.stream().map(entry -> entry.shifted(shift)).toList();
        for (ZipListing entry : entries) {
            if (JarFileName.isJar(entry.name())) {
                sum(entry, fingerprint(entry, content));
            } else {
                sum(entry);
            }
        }
        JarIdentity identity = new JarIdentity(name, entries, content, this::unread);
        return new ReadJar(identity.coordinates(), kept(identity.libraries()),
                this.bounds.isSummable() ? this.sum.fingerprint() : null);
    }

    private @Nullable JarFingerprint fingerprint(ZipListing entry, JarContent content) {
        JarPlace nested = this.place.in(entry.name());
        long max = this.bounds.nestedSize(nested, entry.name());
        if (this.findings.isFull()) {
            this.findings.addUnlisted(this.place);
            return null;
        }
        try {
            return content.jar(entry, nested, max);
        } catch (UnreadableZipException ex) {
            this.findings.addUnread(nested, ex.problem());
            return null;
        }
    }

    private void sum(ZipListing entry) {
        if (this.bounds.sum()) {
            this.sum.add(entry.name(), entry.stated(), entry.crc());
        }
    }

    private void sum(ZipListing entry, @Nullable JarFingerprint jar) {
        if (jar == null) {
            this.sum.addOpaque(entry.name(), entry.stated(), entry.crc());
        } else {
            this.sum.add(entry.name(), jar);
        }
    }

    private List<ShadedLibrary> kept(List<ShadedLibrary> libraries) {
        int kept = this.bounds.shade(libraries.size());
        if (kept < libraries.size()) {
            unread(JarBounds.moreShaded());
        }
        return libraries.subList(0, kept);
    }

    private void unread(String because) {
        this.findings.addUnread(this.place, because);
    }
}
