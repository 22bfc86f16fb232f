package dev.tare.ecosystem.java;

import java.util.Optional;

import dev.tare.archive.zip.ListedEntry;
import dev.tare.archive.zip.MemoryZip;
import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.archive.zip.ZipSlice;
import dev.tare.ecosystem.java.JarContents.NestedJar;
import dev.tare.ecosystem.java.JarContents.ReadJar;
import dev.tare.ecosystem.java.JarReading.Place;
import dev.tare.ecosystem.java.sbom.BillOfMaterials;
import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/** Reads a jar in memory, and the jars in it. */
final class MemoryJar implements JarReading.Entries {

    private final MemoryZip zip;

    private final JarBounds bounds;

    private final JarFindings findings;

    private MemoryJar(MemoryZip zip, JarBounds bounds, JarFindings findings) {
        this.zip = zip;
        this.bounds = bounds;
        this.findings = findings;
    }

    /** @param maxDepth maximum number of levels of nested jars */
    static JarContents read(JarFileName name, ZipSlice jar, int maxDepth) {
        JarFindings findings = new JarFindings();
        return findings.toContents(read(name, jar, Place.FILE, new JarBounds(jar.length(), maxDepth), findings));
    }

    /** Adds a jar in a jar, and then the jars in it, to the findings. An entry that is not a jar is skipped. */
    static @Nullable JarFingerprint readNested(JarFileName name, ZipSlice jar, Place place, JarBounds bounds,
            JarFindings findings) {
        if (JarFileName.mayBeJar(place.path()) && !jar.isZip()) {
            return null;
        }
        int index = findings.size();
        ReadJar read = read(name, jar, place, bounds, findings);
        findings.add(index, new NestedJar(place.path(), read, jar.length(), jar.sha256(), 0));
        return read.fingerprint();
    }

    private static ReadJar read(JarFileName name, ZipSlice jar, Place place, JarBounds bounds, JarFindings findings) {
        try {
            MemoryZip zip = MemoryZip.parse(jar);
            JarReading reading = new JarReading(place, bounds, findings);
            zip.forEach(reading::add);
            return reading.finish(name, new MemoryJar(zip, bounds, findings));
        } catch (UnreadableZipException ex) {
            findings.addUnread(place, ex.problem());
            return ReadJar.unread(name);
        }
    }

    @Override
    public @Nullable JarFingerprint jar(ListedEntry entry, Place place, long max) {
        return readNested(JarFileName.parse(entry.name()), content(entry, max), place, this.bounds, this.findings);
    }

    @Override
    public JarManifest manifest(ListedEntry entry) {
        return JarManifest.parse(content(entry, JarManifest.MAX_SIZE));
    }

    @Override
    public Optional<JarCoordinates> pom(ListedEntry entry) {
        return PomProperties.parse(content(entry, PomProperties.MAX_SIZE));
    }

    @Override
    public Licenses licenses(ListedEntry entry) {
        return PomLicenses.parse(content(entry, PomLicenses.MAX_SIZE));
    }

    @Override
    public Optional<BillOfMaterials> bill(ListedEntry entry) {
        return BillEvidence.parse(content(entry, BillOfMaterials.MAX_SIZE), this.bounds);
    }

    private ZipSlice content(ListedEntry entry, long max) {
        return this.zip.content(entry, this.bounds.readable(max), this.bounds::takeRead);
    }
}
