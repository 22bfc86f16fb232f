package dev.tare.inspection;

import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.LimitExceededException;
import dev.tare.inspection.Finding.NestedJars;

/** Reads one jar and the jars in it, within bounds that hold for all of them together. */
final class JarScan {

    private static final int MAX_DEPTH = 3;

    private static final int MAX_NESTED = 5000;

    private static final long MAX_INFLATED = 256L << 20;

    private static final long MAX_NESTED_SIZE = 64L << 20;

    private final List<NestedJar> nested = new ArrayList<>();

    private long inflated;

    NestedJars read(String path, ZipSlice jar) {
        return new NestedJars(readJar(path, "", jar, 0), this.nested);
    }

    private JarCoordinates readJar(String name, String path, ZipSlice jar, int depth) {
        try {
            List<ZipEntrySlice> entries = ZipDirectory.of(jar).entries(JarScan::isOfInterest);
            if (depth < MAX_DEPTH) {
                entries.stream()
                        .filter(entry -> JarFileName.isJar(entry.name()))
                        .forEach(entry -> readNested(path, entry, depth + 1));
            }
            return JarIdentity.of(JarFileName.parse(name), entries);
        } catch (UnreadableZipException ex) {
            return JarFileName.parse(name).toCoordinates();
        }
    }

    private static boolean isOfInterest(String entry) {
        return JarFileName.isJar(entry) || JarIdentity.isEvidence(entry);
    }

    private void readNested(String outer, ZipEntrySlice entry, int depth) {
        ZipSlice content;
        try {
            content = entry.content(Math.min(MAX_NESTED_SIZE, MAX_INFLATED - this.inflated));
        } catch (UnreadableZipException ex) {
            return;
        }
        if (this.nested.size() == MAX_NESTED) {
            throw new LimitExceededException("nestedJars", MAX_NESTED, "jars in it", entry.name());
        }
        this.inflated += content.length();
        String path = outer + "!/" + entry.name();
        int place = this.nested.size();
        JarCoordinates coordinates = readJar(entry.name(), path, content, depth);
        this.nested.add(place, new NestedJar(path, coordinates, content.length(), content.sha256()));
    }
}
