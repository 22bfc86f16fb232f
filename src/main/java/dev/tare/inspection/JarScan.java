package dev.tare.inspection;

import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.LimitExceededException;
import dev.tare.inspection.Finding.JarContents;

/** Reads one jar and the jars in it, within bounds that hold for all of them together. */
final class JarScan {

    private static final int MAX_DEPTH = 3;

    private static final int MAX_NESTED = 5000;

    private static final int MAX_NAME = 1024;

    /** Of a jar in a jar; of one in that, half of it, since all of them are in memory at once. */
    private static final long MAX_NESTED_SIZE = 128L << 20;

    /** Class files shrink to a half. Work that is linear in the jar's size is no lever for an attacker. */
    private static final long MAX_RATIO = 20;

    private static final long SMALL = 1L << 20;

    private final List<NestedJar> nested = new ArrayList<>();

    private final ZipSlice jar;

    /** How many bytes of content may still be read. */
    private long budget;

    JarScan(ZipSlice jar) {
        this.jar = jar;
        this.budget = SMALL + MAX_RATIO * jar.length();
    }

    JarContents read(String path) {
        return new JarContents(readJar(path, "", this.jar, 0), this.nested);
    }

    private JarCoordinates readJar(String name, String path, ZipSlice jar, int depth) {
        try {
            List<ZipEntrySlice> entries = ZipDirectory.of(jar).entries(JarScan::isOfInterest);
            if (depth < MAX_DEPTH) {
                entries.stream()
                        .filter(entry -> JarFileName.isJar(entry.name()))
                        .forEach(entry -> readNested(path, entry, depth + 1));
            }
            return new JarIdentity(JarFileName.parse(name), entries, this::content).coordinates();
        } catch (UnreadableZipException ex) {
            return JarFileName.parse(name).toCoordinates();
        }
    }

    private static boolean isOfInterest(String entry) {
        return entry.length() <= MAX_NAME && (JarFileName.isJar(entry) || JarIdentity.isEvidence(entry));
    }

    private void readNested(String outer, ZipEntrySlice entry, int depth) {
        ZipSlice content;
        try {
            content = content(entry, MAX_NESTED_SIZE >> depth);
        } catch (UnreadableZipException ex) {
            return;
        }
        if (this.nested.size() == MAX_NESTED) {
            throw new LimitExceededException("nestedJars", MAX_NESTED, "jars in it", entry.name());
        }
        String path = outer + "!/" + entry.name();
        int place = this.nested.size();
        JarCoordinates coordinates = readJar(entry.name(), path, content, depth);
        this.nested.add(place, new NestedJar(path, coordinates, content.length(), content.sha256()));
    }

    private ZipSlice content(ZipEntrySlice entry, long max) {
        if (this.budget <= 0) {
            throw new UnreadableZipException("more was read of it than of any real one of its size");
        }
        return entry.content(Math.min(max, this.budget), read -> this.budget -= read);
    }
}
