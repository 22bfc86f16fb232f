package dev.tare.archive.zip;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was made of some entries of a zip that went by, before its directory says whether they count. */
public final class MetEntries<T> {

    private final Map<Long, Met<T>> byOffset = new HashMap<>();

    public int size() {
        return this.byOffset.size();
    }

    /** @param content which may throw what was wrong with it */
    public void add(ZipListing entry, Supplier<T> content) {
        this.byOffset.put(entry.offset(), new Met<>(entry, content));
    }

    /** That of an entry that is listed, if it was there and the same. */
    public T get(ZipListing listed, long max) {
        listed.check(max);
        Met<T> met = this.byOffset.get(listed.offset());
        if (met == null || !met.entry().isSame(listed)) {
            throw new UnreadableZipException("an entry is not where it should be");
        }
        return met.content().get();
    }

    private record Met<T>(ZipListing entry, Supplier<T> content) {}
}
