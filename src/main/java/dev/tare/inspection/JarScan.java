package dev.tare.inspection;

import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.LimitExceededException;
import dev.tare.inspection.Finding.JarContents;
import dev.tare.inspection.Finding.UnreadJar;
import org.jspecify.annotations.Nullable;

/** Reads one jar and the jars in it, within bounds that hold for all of them together. */
final class JarScan {

    private static final int MAX_NESTED = 5000;

    private static final int MAX_NAME = 1024;

    /** Of a jar in a jar; of one in that, half of it, since all of them are in memory at once. */
    private static final long MAX_NESTED_SIZE = 128L << 20;

    /** Class files shrink to a half. Work that is linear in the jar's size is no lever for an attacker. */
    private static final long MAX_RATIO = 20;

    private static final long SMALL = 1L << 20;

    /** Fingerprints are taken of no more entries than any real jar has, with those of the jars in it. */
    private static final int MAX_SUMMED = 1_000_000;

    private final List<NestedJar> nested = new ArrayList<>();

    private final List<UnreadJar> unread = new ArrayList<>();

    private final ZipSlice jar;

    private final int maxDepth;

    /** How many bytes of content may still be read. */
    private long budget;

    private int summed;

    /** @param maxDepth greatest number of jars in each other */
    JarScan(ZipSlice jar, int maxDepth) {
        this.jar = jar;
        this.maxDepth = maxDepth;
        this.budget = SMALL + MAX_RATIO * jar.length();
    }

    JarContents read(String path) {
        ReadJar read = readJar(path, "", this.jar, 0);
        return new JarContents(read.coordinates, this.nested, read.fingerprint, this.unread);
    }

    private ReadJar readJar(String name, String path, ZipSlice jar, int depth) {
        try {
            JarSum sum = new JarSum();
            List<ZipEntrySlice> entries = ZipDirectory.of(jar)
                    .entries(JarScan::isOfInterest,
                            (entry, size, crc) -> add(sum, entry, size, crc));
            entries.forEach(entry -> add(sum, path, entry, depth));
            return new ReadJar(new JarIdentity(JarFileName.parse(name), entries, this::content).coordinates(),
                    this.summed > MAX_SUMMED ? null : sum.fingerprint());
        } catch (UnreadableZipException ex) {
            addUnread(path, ex);
            return new ReadJar(JarFileName.parse(name).toCoordinates(), null);
        }
    }

    private void add(JarSum sum, String name, long size, long crc) {
        if (++this.summed <= MAX_SUMMED) {
            sum.add(name, size, crc);
        }
    }

    private void add(JarSum sum, String path, ZipEntrySlice entry, int depth) {
        if (!JarFileName.isJar(entry.name())) {
            add(sum, entry.name(), entry.stated(), entry.crc());
            return;
        }
        JarFingerprint nested = readNested(path, entry, depth + 1);
        if (nested == null) {
            sum.addOpaque(entry.name(), entry.stated(), entry.crc());
        } else {
            sum.add(entry.name(), nested);
        }
    }

    private static boolean isOfInterest(String entry) {
        return entry.length() <= MAX_NAME && (JarFileName.isJar(entry) || JarIdentity.isEvidence(entry));
    }

    private @Nullable JarFingerprint readNested(String outer, ZipEntrySlice entry, int depth) {
        if (depth > this.maxDepth) {
            throw new LimitExceededException("jarDepth", this.maxDepth, "jars in each other", entry.name());
        }
        ZipSlice content;
        try {
            content = content(entry, MAX_NESTED_SIZE >> depth);
        } catch (UnreadableZipException ex) {
            addUnread(outer + "!/" + entry.name(), ex);
            return null;
        }
        if (this.nested.size() == MAX_NESTED) {
            throw LimitExceededException.fixed("nestedJars", MAX_NESTED, "jars in it", entry.name());
        }
        String path = outer + "!/" + entry.name();
        int place = this.nested.size();
        ReadJar read = readJar(entry.name(), path, content, depth);
        this.nested.add(place,
                new NestedJar(path, read.coordinates, content.length(), content.sha256(), read.fingerprint));
        return read.fingerprint;
    }

    /** The last one that there is room for stands for all that follow. */
    private void addUnread(String path, UnreadableZipException ex) {
        if (this.unread.size() < MAX_NESTED) {
            String others = this.unread.size() == MAX_NESTED - 1 ? ", and so may be further jars in it." : ".";
            this.unread.add(new UnreadJar(path, ex.getMessage() + others));
        }
    }

    private ZipSlice content(ZipEntrySlice entry, long max) {
        if (this.budget <= 0) {
            throw new UnreadableZipException("more was read of it than of any real one of its size");
        }
        return entry.content(Math.min(max, this.budget), read -> this.budget -= read);
    }

    private record ReadJar(JarCoordinates coordinates, @Nullable JarFingerprint fingerprint) {}
}
