package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.tare.archive.zip.BoundedContent;
import dev.tare.archive.zip.MetEntries;
import dev.tare.archive.zip.PassingEntry;
import dev.tare.archive.zip.PassingZip;
import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.archive.zip.ZipListing;
import dev.tare.archive.zip.ZipSlice;
import dev.tare.content.LargeContent;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Reads a jar that is too large for memory while it goes by. Each entry of interest is made into what it comes to and
 * forgotten; in the end the directory says which of them count, and in which order.
 */
final class JarStream implements JarContent {

    private final PassingZip zip;

    private final JarBounds bounds;

    private final Deadline deadline;

    private final JarFindings findings = new JarFindings();

    private final WantedCount count = new WantedCount();

    private final MetEntries<MetJar> jars = new MetEntries<>();

    private final MetEntries<JarManifest> manifests = new MetEntries<>();

    private final MetEntries<Optional<JarCoordinates>> poms = new MetEntries<>();

    private final JarFindings.Room room = new JarFindings.Room();

    /** How much may yet be inflated only to find where entries end. */
    private long inflatable;

    private JarStream(InputStream content, long size, int maxDepth, Deadline deadline) {
        this.zip = new PassingZip(content);
        this.bounds = new JarBounds(size, maxDepth);
        this.deadline = deadline;
        this.inflatable = JarBounds.budgetOf(size);
    }

    /** @param maxDepth greatest number of jars in each other */
    static JarContents read(JarFileName name, InputStream content, long size, int maxDepth, Deadline deadline)
            throws IOException {
        try {
            return new JarStream(content, size, maxDepth, deadline).read(name);
        } catch (UnreadableZipException ex) {
            JarFindings none = new JarFindings();
            none.addUnread(JarPlace.FILE, ex.problem());
            return none.of(ReadJar.unread(name));
        }
    }

    private JarContents read(JarFileName name) throws IOException {
        this.zip.skipScript();
        this.zip.forEach(this::pass);
        JarReading reading = new JarReading(JarPlace.FILE, this.bounds, this.findings);
        long shift = this.zip.readDirectory(reading::list);
        return this.findings.of(reading.finish(name, shift, this));
    }

    private void pass(PassingEntry entry) throws IOException {
        String name = entry.name();
        if (!JarReading.wants(name)) {
            entry.finish(this::inflated);
            return;
        }
        this.count.add(name);
        this.bounds.next();
        if (JarFileName.isJar(name)) {
            meet(entry, this.jars, this::readJar);
        } else if (PomProperties.isOne(name)) {
            meet(entry, this.poms, this::readPom);
        } else {
            meet(entry, this.manifests, met -> content(met, JarManifest.MAX_SIZE, JarManifest::parse));
        }
    }

    private <T> void meet(PassingEntry entry, MetEntries<T> entries, Making<T> making) throws IOException {
        Supplier<T> content = made(entry, making);
        entries.add(entry.finish(this::inflated), content);
    }

    private static <T> Supplier<T> made(PassingEntry entry, Making<T> making) throws IOException {
        try {
            T made = making.of(entry);
            return () -> made;
        } catch (UnreadableZipException ex) {
            return () -> {
                throw ex;
            };
        }
    }

    private MetJar readJar(PassingEntry entry) throws IOException {
        JarPlace place = JarPlace.FILE.in(entry.name());
        JarFindings part = this.room.part();
        MetJar jar = content(entry, this.bounds.nestedSize(place, entry.name()), zip -> new MetJar(part,
                JarScan.readNested(JarFileName.parse(entry.name()), zip, place, this.bounds, part)));
        this.room.take(part);
        return jar;
    }

    private Optional<JarCoordinates> readPom(PassingEntry entry) throws IOException {
        if (this.poms.size() == PomProperties.MAX) {
            throw new UnreadableZipException("too many come before it");
        }
        return content(entry, PomProperties.MAX_SIZE, PomProperties::parse);
    }

    private <T> T content(PassingEntry entry, long max, Function<ZipSlice, T> making) throws IOException {
        long readable = this.bounds.readable(max);
        return LargeContent.read(new BoundedContent(entry, readable, this.bounds::take), entry.bound(readable),
                this.deadline,
                chunks -> making.apply(ZipSlice.joined(chunks)));
    }

    private void inflated(long bytes) {
        this.inflatable -= bytes;
        if (this.inflatable < 0) {
            throw new UnreadableZipException("more of it has to be inflated than of any real one of its size");
        }
    }

    @Override
    public @Nullable JarFingerprint jar(ZipListing entry, JarPlace place, long max) {
        MetJar jar = this.jars.get(entry, max);
        this.findings.addAll(jar.findings());
        return jar.fingerprint();
    }

    @Override
    public JarManifest manifest(ZipListing entry) {
        return this.manifests.get(entry, JarManifest.MAX_SIZE);
    }

    @Override
    public Optional<JarCoordinates> pom(ZipListing entry) {
        return this.poms.get(entry, PomProperties.MAX_SIZE);
    }

    @FunctionalInterface
    private interface Making<T> {

        T of(PassingEntry entry) throws IOException;
    }

    /** @param findings itself, those in it, and what of them could not be read */
    private record MetJar(JarFindings findings, @Nullable JarFingerprint fingerprint) {}
}
