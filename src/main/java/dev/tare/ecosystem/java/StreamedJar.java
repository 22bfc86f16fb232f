package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

import dev.tare.archive.zip.ListedEntry;
import dev.tare.archive.zip.StreamedEntry;
import dev.tare.archive.zip.StreamedZip;
import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.archive.zip.ZipSlice;
import dev.tare.content.LargeContent;
import dev.tare.ecosystem.java.JarContents.ReadJar;
import dev.tare.ecosystem.java.JarReading.Place;
import dev.tare.ecosystem.java.sbom.BillOfMaterials;
import dev.tare.ecosystem.license.Licenses;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Reads a jar that is too large for memory while it streams by. Each entry of interest is read when it passes, and only
 * the result is kept. The directory at the end decides which results count, and in which order.
 */
final class StreamedJar implements JarReading.Entries {

    private final StreamedZip zip;

    private final JarBounds bounds;

    private final Deadline deadline;

    private final StreamedZip.Kept<FoundJar> jars;

    private final StreamedZip.Kept<JarManifest> manifests;

    private final StreamedZip.Kept<Optional<JarCoordinates>> poms;

    private final StreamedZip.Kept<Licenses> licenses;

    private final StreamedZip.Kept<Optional<BillOfMaterials>> bills;

    private final JarFindings findings = new JarFindings();

    private final JarFindings.Room room = new JarFindings.Room();

    private final JarBounds.Wanted count = new JarBounds.Wanted();

    private StreamedJar(StreamedZip zip, JarBounds bounds, Deadline deadline) {
        this.zip = zip;
        this.bounds = bounds;
        this.deadline = deadline;
        this.jars = zip.kept();
        this.manifests = zip.kept();
        this.poms = zip.kept();
        this.licenses = zip.kept();
        this.bills = zip.kept();
    }

    /** @param maxDepth maximum number of levels of nested jars */
    static JarContents read(JarFileName name, InputStream content, long size, int maxDepth, Deadline deadline)
            throws IOException {
        JarBounds bounds = new JarBounds(size, maxDepth);
        try {
            return new StreamedJar(new StreamedZip(content, bounds::takeSkipped), bounds, deadline).read(name);
        } catch (UnreadableZipException ex) {
            JarFindings none = new JarFindings();
            none.addUnread(Place.FILE, ex.problem());
            return none.toContents(ReadJar.unread(name));
        }
    }

    private JarContents read(JarFileName name) throws IOException {
        this.zip.forEachEntry(this::pass);
        JarReading reading = new JarReading(Place.FILE, this.bounds, this.findings);
        this.zip.forEachListed(reading::add);
        return this.findings.toContents(reading.finish(name, this));
    }

    private void pass(StreamedEntry entry) throws IOException {
        String name = entry.name();
        if (!JarReading.wants(name)) {
            return;
        }
        this.count.take(name);
        this.bounds.nextEntry();
        if (JarReading.isJar(name)) {
            this.jars.keep(entry, this::readJar);
        } else if (PomProperties.isPath(name)) {
            this.poms.keep(entry, this::readPom);
        } else if (PomLicenses.isPath(name)) {
            this.licenses.keep(entry, this::readLicenses);
        } else if (BillOfMaterials.isPath(name)) {
            this.bills.keep(entry, bill -> read(bill, BillOfMaterials.MAX_SIZE,
                    content -> BillEvidence.parse(content, this.bounds)));
        } else {
            this.manifests.keep(entry, manifest -> read(manifest, JarManifest.MAX_SIZE, JarManifest::parse));
        }
    }

    private FoundJar readJar(StreamedEntry entry) throws IOException {
        Place place = Place.FILE.in(entry.name());
        JarFindings part = this.room.part();
        FoundJar jar = read(entry, this.bounds.maxNestedSize(place.depth()), slice -> new FoundJar(part,
                MemoryJar.readNested(JarFileName.parse(entry.name()), slice, place, this.bounds, part)));
        this.room.take(part);
        return jar;
    }

    private Optional<JarCoordinates> readPom(StreamedEntry entry) throws IOException {
        if (this.poms.size() == JarReading.MAX_POMS) {
            throw new UnreadableZipException("too many entries precede it");
        }
        return read(entry, PomProperties.MAX_SIZE, PomProperties::parse);
    }

    private Licenses readLicenses(StreamedEntry entry) throws IOException {
        if (this.licenses.size() == JarReading.MAX_POMS) {
            throw new UnreadableZipException("too many entries precede it");
        }
        return read(entry, PomLicenses.MAX_SIZE, PomLicenses::parse);
    }

    private <T> T read(StreamedEntry entry, long max, Function<ZipSlice, T> reader) throws IOException {
        long readable = this.bounds.readable(max);
        return LargeContent.read(entry.content(readable, this.bounds::takeRead), entry.sizeBound(readable),
                this.deadline, chunks -> reader.apply(ZipSlice.joined(chunks)));
    }

    @Override
    public @Nullable JarFingerprint jar(ListedEntry entry, Place place, long max) {
        FoundJar jar = this.jars.get(entry, max);
        this.findings.addAll(jar.findings());
        return jar.fingerprint();
    }

    @Override
    public JarManifest manifest(ListedEntry entry) {
        return this.manifests.get(entry, JarManifest.MAX_SIZE);
    }

    @Override
    public Optional<JarCoordinates> pom(ListedEntry entry) {
        return this.poms.get(entry, PomProperties.MAX_SIZE);
    }

    @Override
    public Licenses licenses(ListedEntry entry) {
        return this.licenses.get(entry, PomLicenses.MAX_SIZE);
    }

    @Override
    public Optional<BillOfMaterials> bill(ListedEntry entry) {
        return this.bills.get(entry, BillOfMaterials.MAX_SIZE);
    }

    /** @param findings the jar itself, the jars in it, and the unreadable ones */
    private record FoundJar(JarFindings findings, @Nullable JarFingerprint fingerprint) {}
}
