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

    /** Libraries that were unpacked, of all jars together. */
    private static final int MAX_SHADED = 20_000;

    private final List<NestedJar> nested = new ArrayList<>();

    private final List<UnreadJar> unread = new ArrayList<>();

    private final ZipSlice jar;

    private final int maxDepth;

    /** How many bytes of content may still be read. */
    private long budget;

    private int summed;

    private int shaded;

    private boolean full;

    /** @param maxDepth greatest number of jars in each other */
    JarScan(ZipSlice jar, int maxDepth) {
        this.jar = jar;
        this.maxDepth = maxDepth;
        this.budget = SMALL + MAX_RATIO * jar.length();
    }

    JarContents read(String path) {
        ReadJar read = readJar(path, "", this.jar, 0);
        return new JarContents(read, this.nested, this.unread);
    }

    private ReadJar readJar(String name, String path, ZipSlice jar, int depth) {
        try {
            JarSum sum = new JarSum();
            List<ZipEntrySlice> entries = ZipDirectory.of(jar)
                    .entries(JarScan::isOfInterest,
                            (entry, size, crc) -> add(sum, entry, size, crc));
            entries.forEach(entry -> add(sum, path, entry, depth));
            JarIdentity identity = new JarIdentity(JarFileName.parse(name), entries, contentOf(path));
            return new ReadJar(identity.coordinates(), keep(path, identity.libraries()),
                    this.summed > MAX_SUMMED ? null : sum.fingerprint());
        } catch (UnreadableZipException ex) {
            addUnread(path, String.valueOf(ex.getMessage()));
            return ReadJar.unread(JarFileName.parse(name));
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
        if (this.nested.size() >= MAX_NESTED) {
            addUnlisted(outer);
            return null;
        }
        ZipSlice content;
        try {
            content = content(entry, MAX_NESTED_SIZE >> depth);
        } catch (UnreadableZipException ex) {
            addUnread(outer + "!/" + entry.name(), String.valueOf(ex.getMessage()));
            return null;
        }
        String path = outer + "!/" + entry.name();
        int place = this.nested.size();
        ReadJar read = readJar(entry.name(), path, content, depth);
        this.nested.add(place, new NestedJar(path, read, content.length(), content.sha256()));
        return read.fingerprint();
    }

    private void addUnlisted(String outer) {
        if (!this.full) {
            this.full = true;
            this.unread.addFirst(
                    new UnreadJar(outer, "Only the first " + MAX_NESTED + " jars in each other are listed."));
        }
    }

    /** The last one that there is room for stands for all that follow. */
    private void addUnread(String path, String because) {
        if (this.unread.size() < MAX_NESTED) {
            String others = this.unread.size() == MAX_NESTED - 1 ? ", and so may be further jars in it." : ".";
            this.unread.add(new UnreadJar(path, because + others));
        }
    }

    private List<ShadedLibrary> keep(String path, List<ShadedLibrary> libraries) {
        int room = MAX_SHADED - this.shaded;
        if (libraries.size() > room) {
            addUnread(path, "More than " + MAX_SHADED + " libraries were unpacked into it and the other jars of this"
                    + " file, and the others are not listed");
        }
        List<ShadedLibrary> kept = libraries.subList(0, Math.min(room, libraries.size()));
        this.shaded += kept.size();
        return kept;
    }

    private JarContent contentOf(String path) {
        return new JarContent() {

            @Override
            public ZipSlice read(ZipEntrySlice entry, long max) {
                return content(entry, max);
            }

            @Override
            public void unread(String because) {
                addUnread(path, because);
            }
        };
    }

    private ZipSlice content(ZipEntrySlice entry, long max) {
        if (this.budget <= 0) {
            throw new UnreadableZipException("more was read of it than of any real one of its size");
        }
        return entry.content(Math.min(max, this.budget), read -> this.budget -= read);
    }
}
