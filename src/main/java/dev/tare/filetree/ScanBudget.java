package dev.tare.filetree;

import java.util.concurrent.atomic.AtomicLong;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Finding;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the scans of an image's layers, which may run at once, keep in memory. All layers together may keep what
 * as many ordinary entries as are allowed would keep.
 */
public final class ScanBudget {

    /** What an entry with a name of ordinary length is good for. */
    private static final int CHARACTERS_PER_ENTRY = 128;

    /** What each name of an extended attribute costs besides its characters. */
    private static final int CHARACTERS_PER_XATTR = 64;

    private final long allowed;

    private final AtomicLong used = new AtomicLong();

    private final @Nullable ScanBudget image;

    public ScanBudget(Limits limits) {
        this(limits.imageEntries(), null);
    }

    private ScanBudget(long allowed, @Nullable ScanBudget image) {
        this.allowed = allowed;
        this.image = image;
    }

    /** A budget for one of the image's layers; what it counts is counted here too. */
    public ScanBudget ofLayer() {
        return new ScanBudget(this.allowed, this);
    }

    /** How many ordinary entries would have taken as much. */
    public long used() {
        return this.used.get();
    }

    public void takeEntry(TarEntry entry) {
        String target = entry.linkTarget();
        take(1 + (entry.path().length() + (target == null ? 0 : target.length())) / CHARACTERS_PER_ENTRY);
    }

    /** To be taken for a folder that no entry names. */
    void takeFolder(String path) {
        take(1 + path.length() / CHARACTERS_PER_ENTRY);
    }

    /** To be taken for a text beside the entry that it is of. Most are short, and cost nothing. */
    void takeText(String text) {
        take(text.length() / CHARACTERS_PER_ENTRY);
    }

    /** To be taken once for all files that have the same ones. */
    public void takeAttributes(Attributes attributes) {
        long xattrs =
                attributes.extended().others().stream().mapToLong(name -> CHARACTERS_PER_XATTR + name.length()).sum();
        take(Math.ceilDiv(xattrs, CHARACTERS_PER_ENTRY));
    }

    public void takeFinding(Finding finding) {
        take(finding.length() / CHARACTERS_PER_ENTRY);
    }

    public void takeSecrets(int secrets) {
        take(secrets);
    }

    public void take(long entries) {
        if (this.image != null) {
            this.image.take(entries);
        }
        if (this.used.addAndGet(entries) > this.allowed) {
            throw new LimitExceededException("imageEntries", this.allowed,
                    "entries in its layers, long ones counted more than once", null);
        }
    }
}
