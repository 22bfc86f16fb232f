package dev.tare.ecosystem.java;

import java.util.Optional;

import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.archive.zip.ZipDirectory;
import dev.tare.archive.zip.ZipEntrySlice;
import dev.tare.archive.zip.ZipListing;
import dev.tare.archive.zip.ZipSlice;
import org.jspecify.annotations.Nullable;

/** Reads a jar that is in memory, and the jars in it. */
final class JarScan implements JarContent {

    private final ZipSlice jar;

    private final JarPlace place;

    private final JarBounds bounds;

    private final JarFindings findings;

    private JarScan(ZipSlice jar, JarPlace place, JarBounds bounds, JarFindings findings) {
        this.jar = jar;
        this.place = place;
        this.bounds = bounds;
        this.findings = findings;
    }

    /** @param maxDepth greatest number of jars in each other */
    static JarContents read(JarFileName name, ZipSlice jar, int maxDepth) {
        JarFindings findings = new JarFindings();
        JarScan scan = new JarScan(jar, JarPlace.FILE, new JarBounds(jar.length(), maxDepth), findings);
        return findings.of(scan.read(name));
    }

    /** Adds a jar in a jar, and those in it, to what is found. */
    static @Nullable JarFingerprint readNested(JarFileName name, ZipSlice jar, JarPlace place, JarBounds bounds,
            JarFindings findings) {
        int index = findings.size();
        ReadJar read = new JarScan(jar, place, bounds, findings).read(name);
        findings.add(index, new NestedJar(place.path(), read, jar.length(), jar.sha256()));
        return read.fingerprint();
    }

    private ReadJar read(JarFileName name) {
        try {
            JarReading reading = new JarReading(this.place, this.bounds, this.findings);
            ZipDirectory directory = ZipDirectory.of(this.jar);
            directory.forEach(reading::list);
            return reading.finish(name, directory.shift(), this);
        } catch (UnreadableZipException ex) {
            this.findings.addUnread(this.place, ex.problem());
            return ReadJar.unread(name);
        }
    }

    @Override
    public @Nullable JarFingerprint jar(ZipListing entry, JarPlace place, long max) {
        return readNested(JarFileName.parse(entry.name()), content(entry, max), place, this.bounds, this.findings);
    }

    @Override
    public JarManifest manifest(ZipListing entry) {
        return JarManifest.parse(content(entry, JarManifest.MAX_SIZE));
    }

    @Override
    public Optional<JarCoordinates> pom(ZipListing entry) {
        return PomProperties.parse(content(entry, PomProperties.MAX_SIZE));
    }

    private ZipSlice content(ZipListing entry, long max) {
        return new ZipEntrySlice(this.jar, entry).content(this.bounds.readable(max), this.bounds::take);
    }
}
